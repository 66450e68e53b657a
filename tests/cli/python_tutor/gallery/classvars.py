class A:
    items = []
    n = 0
    def __init__(self):
        self.items.append(self.n)
        self.n += 1
a = A()
b = A()
a.n = 10
print(A.items, A.n, a.n, b.n)
A.items = ()
A.m = lambda self: self.n
print(a.m())
