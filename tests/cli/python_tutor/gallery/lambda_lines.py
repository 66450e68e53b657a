f = lambda x: x + 1
g = (lambda a, b=2, *c, **d:
     a * b)
h = [lambda: 1, lambda: 2]
print(f(1), g(3), h[1]())
m = list(map(lambda t: t * 2, [1, 2]))
s = sorted(['bb', 'a'], key=lambda w: len(w))
