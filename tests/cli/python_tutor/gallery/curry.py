def curry(f):
    def g(x):
        def h(y):
            return f(x, y)
        return h
    return g
add = curry(lambda a, b: a + b)
add3 = add(3)
print(add3(4), add(1)(2))
