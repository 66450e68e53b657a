a, b = 1, 2
a, b = b, a
first, *rest = [1, 2, 3]
(x, y), z = (1, 2), 3
*init, last = 'abc'
q = r = []
q += [1]
print(a, b, rest, init, r)
