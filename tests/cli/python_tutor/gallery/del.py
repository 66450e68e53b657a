x = [1, 2, 3, 4]
del x[1]
del x[1:]
y = {'a': 1, 'b': 2}
del y['a']
z = 5
del z
z = 6
print(x, y, z)
