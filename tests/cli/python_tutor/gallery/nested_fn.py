def f(x):
    def g(y):
        return h(y) + x
    def h(z):
        return z * 2
    return g(x)
print(f(3))
def compose(f, g):
    return lambda x: f(g(x))
inc = lambda x: x + 1
dbl = lambda x: x * 2
print(compose(inc, dbl)(5))
def curry(f):
    def a(x):
        def b(y):
            return f(x, y)
        return b
    return a
print(curry(max)(3)(4))
