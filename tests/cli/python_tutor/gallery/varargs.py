def f(*args, **kw):
    print(args, kw)
    return len(args) + len(kw)
f()
f(1, 2, a=3)
l = [1, 2]
d = {'a': 1}
f(*l, **d)
f(*l, 3, *'ab', **d, b=2)
def g(a, b, /, c, *, d=4):
    return a + b + c + d
print(g(1, 2, 3), g(1, 2, c=3, d=0))
a, *b, c = range(5)
(x, y), z = (1, 2), 3
first, *rest = 'hey'
