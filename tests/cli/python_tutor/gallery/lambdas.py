f = lambda x: x + 1
g = lambda x, y=2, *a, k=1, **kw: (x, y, a, k, kw)
print(f(1), g(1), g(1, 2, 3, k=4, z=5))
def mk():
    return lambda z: z * 2
h = mk()
print(h(4))
fs = [lambda v=v: v for v in range(3)]
print([q() for q in fs])
pairs = [(1, 'b'), (2, 'a')]
pairs.sort(key=lambda p: p[1])
print(pairs)
print((lambda n: (lambda m: n + m))(1)(2))
