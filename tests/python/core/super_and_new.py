def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
class X: pass
class Prop(type):
    x = 5
class UP(metaclass=Prop): pass
print(UP.x, hasattr(UP(), "x"), type(UP), type(UP).__mro__, UP.mro())
class Base:
    def hi(self): return "Base"
class L1(Base):
    def hi(self): return "L1" + super().hi()
class R1(Base):
    def hi(self): return "R1" + super().hi()
class BT(L1, R1):
    def hi(self): return "BT" + super().hi()
print(BT().hi(), [c.__name__ for c in BT.__mro__], super(L1, BT()).hi(), super(BT, BT).hi.__name__)
t(lambda: super(L1, 3).hi); t(lambda: super(3, 3)); t(lambda: super()); t(lambda: super(L1).hi); print(repr(super(L1, BT()))[:40]); t(lambda: super(L1, BT()).nope)
class SS:
    def f(self):
        return super().nothing
    def g():
        return super()
    def h(self):
        del self
        return super()
    @classmethod
    def c(cls): return super().__thisclass__, super().__self__ is cls, super().__self_class__
t(SS().f); t(SS.g); t(SS().h); t(SS.c)
def dd(func):
    def w(*a): return ("wrapped", func(*a))
    return w
@dd
class DC:
    def __init__(s, *a): s.a = a
    def __repr__(s): return f"DC{s.a}"
print(DC(1, 2))
class New:
    def __new__(cls, *a):
        o = super().__new__(cls); print("new", a); return o
    def __init__(self, *a): print("init", a)
New(1, 2)
class New2:
    def __new__(cls, v): return v
    def __init__(self, v): print("never")
print(New2(5)); t(New2); t(object, 1); t(X, 1); t(lambda: X.__new__(X, 1)); t(lambda: object.__new__(int)); t(lambda: object.__new__(3)); t(lambda: object.__new__()); t(lambda: int.__new__(str)); t(lambda: X().__init__(3))
class In:
    def __init__(self): return 3
t(In)
class NR:
    def __repr__(self): return 3
    def __str__(self): return None
    def __len__(self): return -1
    def __bool__(self): return 3
    def __hash__(self): return "a"
    def __iter__(self): return 3
    def __index__(self): return 1.0
    def __int__(self): return "1"
    def __float__(self): return 1
    def __format__(self, s): return 3
    def __contains__(self, x): return "yes"
    def __bytes__(self): return "s"
    def __dir__(self): return ["b", "a"]
    def __complex__(self): return 1
    def __length_hint__(self): return "a"
n = NR()
for f in (repr, str, len, bool, hash, iter, hex, int, float, format, bytes, dir, complex, round, abs, list, range): t(f, n)
t(lambda: 3 in n); t(lambda: [1][n]); t(lambda: f"{n}"); t(lambda: "%d" % n); t(lambda: "%s" % n); t(lambda: [1] * n); print(list.__subclasses__ is not None)
import sys
print("end", file=sys.stderr)   # the last line, whatever was warned of before
