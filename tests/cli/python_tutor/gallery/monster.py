def f(x):
    def g(y):
        def h(z):
            return x + y + z
        return h
    return g
a = f(1)
b = a(2)
c = a(3)
d = f(10)(20)
print(b(1), c(1), d(1))
def p(k, fn):
    def q():
        return k
    if k == 0:
        return fn()
    return p(k - 1, q)
print(p(2, None))
