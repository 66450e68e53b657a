def f(x):
    def g():
        return x
    return g
l = [f(i) for i in range(3)]
def h(fn):
    y = fn()
    return y
r = [h(k) for k in l]
del l
def k(*fs):
    return [q() for q in fs]
k(f(7), f(8))
