x = []
for i in range(15):
    x = [x, i]
n = None
for i in range(10):
    n = {'next': n}
