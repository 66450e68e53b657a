for i in range(20):
    print('x' * 60, i)
print(list(range(100)))
