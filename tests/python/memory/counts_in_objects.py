# Attributes, classes, bound methods, properties.
import sys

rc = sys.getrefcount


class A:
    shared = []

    def method(self):
        return rc(self)

    @classmethod
    def of_class(cls):
        return cls is A

    @staticmethod
    def static():
        return 1

    @property
    def prop(self):
        return rc(self)


a = A()
print("instance", rc(a), a.method(), A.method(a), a.prop)
b = A()
a.other = b
print("attribute", rc(b))
b.other = a
print("mutual", rc(a), rc(b))
del a.other, b.other
print("removed", rc(a), rc(b))
m = a.method
print("bound method", rc(a), rc(m), m(), rc(m.__self__), m.__func__ is A.method)
n = a.method
print("another", rc(a), m is n, m == n)
del m, n
print("without", rc(a))
value = []
a.__dict__["x"] = value
print("by __dict__", rc(value), rc(a.__dict__))
A.value = value
print("class attribute", rc(value), rc(A.shared))
before = rc(A)
more = [A() for _ in range(5)]
print("instances hold the class", rc(A) - before)
del more
print("and let go", rc(A) - before)


class B(A):
    __slots__ = "s", "t"

    def __init__(self, s):
        self.s = s


before = rc(A)
s = {}
bs = B(s)
print("slot", rc(s), rc(A) - before)
bs.t = s
print("two slots", rc(s))
del bs.s
print("one", rc(s))
bs = None
print("none", rc(s))
super_object = super(B, B(s))
print("super", rc(s))
del super_object
setattr(a, "dynamic", s)
print("setattr", rc(s), rc(getattr(a, "dynamic")))
delattr(a, "dynamic")
print("delattr", rc(s))
vars(a)["v"] = s
print("vars", rc(s), sorted(vars(a)))


class Descriptor:
    def __get__(self, instance, owner):
        return rc(instance)


class WithDescriptor:
    d = Descriptor()


w = WithDescriptor()
print("descriptor", w.d)


class Call:
    def __call__(self):
        return rc(self)


call = Call()
print("call", call(), Call()())


class Meta(type):
    pass


class M(metaclass=Meta):
    pass


print("metaclass", type(M) is Meta, rc(M()), isinstance(M(), M))
print("class of a class", rc(type("T", (), {})) > 1)
