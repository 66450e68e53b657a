adders = []
for i in range(3):
    adders.append(lambda x: x + i)
print([f(10) for f in adders])
adders2 = [lambda x, i=i: x + i for i in range(3)]
print([f(10) for f in adders2])
