def outer(a):
    b = [a]
    def mid(c):
        def inner(d):
            return a + b[0] + c + d
        return inner
    return mid
f = outer(1)(2)
print(f(3))
g = outer(1)
h = g(2)
print(h(5))
