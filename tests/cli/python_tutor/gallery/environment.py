def f(x):
    def g(y):
        def h(z):
            return x + y + z
        return h(1)
    return g(2)
print(f(3))
def outer(a):
    b = a * 2
    def show(): print(a, b)
    show()
    b = 0
    show()
    return show
s = outer(4)
s()
