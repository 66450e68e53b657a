names = ['a', 'b']; ages = [1, 2]
z = zip(names, ages)
m = map(lambda n, a: n * a, names, ages)
f = filter(None, [0, 1, ''])
print(dict(z), list(m), list(f))
print(list(z))
