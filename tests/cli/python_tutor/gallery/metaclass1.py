class M(type):
    def __new__(m, n, b, ns):
        ns['added'] = n
        return super().__new__(m, n, b, ns)
    def __call__(cls, *a):
        print('making', cls.__name__)
        return super().__call__(*a)
class A(metaclass=M):
    def __init__(self):
        self.v = 1
a = A()
print(a.added)
class Desc:
    def __set_name__(self, o, n):
        self.n = n
    def __get__(self, i, o):
        return i.__dict__.get(self.n, 0) if i else self
    def __set__(self, i, v):
        i.__dict__[self.n] = v
class H:
    d = Desc()
h = H()
h.d = 4
print(h.d)
class Base:
    def __init_subclass__(cls, **kw):
        cls.kw = kw
class Sub(Base, tag='t'):
    pass
print(Sub.kw)
