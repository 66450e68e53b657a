def add(item, to=[], *, cache={}, scale=1.5):
    to.append(item * scale)
    cache[item] = to
    return to
a = add(1)
b = add(2)
c = add(3, [0.5])
d = add.__defaults__
k = add.__kwdefaults__
def g(a, b=(1.5, [2.5]), *args, c=None, **kw):
    r = [a, b, args, c, kw]
    return r
x = g(1.5)
y = g(1.5, 2.5, 3.5, [4.5], c=5.5, z=[6.5])
lst = [7.5, 8.5, 9.5]
dct = {"c": [1], "q": [2]}
z = g(*lst, **dct)
w = g(*lst[:2], *"ab", **{"k": lst})
def outer(v=[]):
    def inner(w=v):
        w.append(v)
        return w
    return inner
i = outer()
j = i()
add.note = ["attr"]
n = add.note
fn = add
del add
print(a, c, x, w)
