def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, bases, kw); return {"pre": 1}
    def __new__(m, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if k != "__qualname__"), kw); return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw):
        print("init", name, kw); super().__init__(name, bases, ns)
    def __call__(c, *a, **k):
        print("call", a, k); return super().__call__(*a, **k)
    def __len__(c): return 42
    def __iter__(c): return iter("abc")
    def __getitem__(c, i): return i * 2
    def __contains__(c, x): return x == 7
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
    def __repr__(c): return "<M " + c.__name__ + ">"
    def __eq__(c, o): return True
    def __hash__(c): return 3
    def __getattr__(c, n): return "meta " + n
    @property
    def mp(c): return "mp"
class A(metaclass=M, flag=1):
    def __init__(s, x=0): s.x = x
print(A.pre, len(A), list(A), A[4], 7 in A, isinstance(5, A), isinstance(A(), A), issubclass(int, A), A, A == 3, hash(A), A.foo, A.mp); t(lambda: A().mp); a = A(3); print(a.x)
class B(A): pass
t(lambda: B(1, 2))
class I:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag; I.subs.append(cls.__name__)
class J(I, tag="j"): pass
class K(J): pass
print(I.subs, J.tag, K.tag)
def f():
    class L(I, wrong=1): pass
t(f)
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[1], CG[1, 2]); t(lambda: I[0]); t(lambda: int[0]); t(lambda: 3[0])
class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass
def f():
    class Z(XY, YX): pass
t(f)
def f():
    class Z(X, X): pass
t(f)
def f():
    class Z(object, X): pass
t(f)
def f():
    class Z(3): pass
t(f)
def f():
    class Z(bool): pass
t(f)
def f():
    class Z(int, str): pass
t(f)
def f():
    class Z(type(None)): pass
t(f)
def f():
    class Z(range): pass
t(f)
def f():
    class Z(type(lambda: 0)): pass
t(f)
class M2(type): pass
def f():
    class Z(A, metaclass=M2): pass
t(f)
t(type, "T", (), {}, 1); t(type, "T", 1, {}); t(type, "T", (1,), {}); t(type, 1, (), {}); t(type); t(type, 1, 2); t(type, "T", (), {"a": 1})
T = type("T", (X,), dict(a=1, f=lambda self: self.a)); print(T().f(), T.__mro__, T.__bases__, T.__base__, X.__subclasses__())
import sys
print("end", file=sys.stderr)   # the last line, whatever was warned of before
