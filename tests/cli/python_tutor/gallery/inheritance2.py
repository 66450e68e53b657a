class A:
    def f(self):
        return 'A'
class B(A):
    def f(self):
        return 'B' + super().f()
class C(A):
    def f(self):
        return 'C' + super().f()
class D(B, C):
    x = 1
    def f(self):
        return 'D' + super().f()
d = D()
print(d.f(), [k.__name__ for k in D.__mro__])
class L(list):
    def total(self):
        return sum(self)
l = L([1, 2])
l.append(3)
print(l.total())
class DD(dict):
    def __missing__(self, k):
        return k * 2
x = DD(a=1)
print(x['a'], x['b'])
