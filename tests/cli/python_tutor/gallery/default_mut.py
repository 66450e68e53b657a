def f(a, l=[]):
    l.append(a)
    return l
f(1)
f(2)
x = f(3, [0])
def g(a, d=None, *, e={}):
    if d is None:
        d = {}
    d[a] = 1
    e[a] = d
    return d
g('a')
g('b')
print(f.__defaults__, g.__kwdefaults__)
