def t(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e)
class A:
    x = 1
    def __getattr__(s, n):
        if n.startswith("q"): raise AttributeError("no q: " + n)
        return n + "!"
    def __setattr__(s, n, v):
        print("set", n, v); object.__setattr__(s, n, v)
    def __delattr__(s, n):
        print("del", n); object.__delattr__(s, n)
a = A(); a.y = 3; print(a.y, a.z, a.x); t(lambda: a.qq); del a.y; print(a.y)
def d(): del a.nope
t(d); print(hasattr(a, "qw"), hasattr(a, "w"), getattr(a, "qz", 5))
class G:
    def __getattribute__(s, n):
        if n == "bad": raise ValueError("bad")
        if n == "miss": raise AttributeError("miss")
        return super().__getattribute__(n)
    def __getattr__(s, n): return "ga " + n
g = G(); g.k = 1; print(g.k, g.other, g.miss); t(lambda: g.bad); t(hasattr, g, "bad")
class D:
    def __get__(s, i, o): return ("get", i is None, o.__name__)
    def __set__(s, i, v): print("dset", v)
    def __delete__(s, i): print("ddel")
    def __set_name__(s, o, n): print("setname", o.__name__, n)
class ND:
    def __get__(s, i, o=None): return "nd"
class C:
    d = D(); n = ND()
c = C(); print(c.d, C.d, c.n, C.n); c.d = 4; del c.d; c.__dict__["d"] = 9; c.__dict__["n"] = 8; print(c.d, c.n)
class RO:
    @property
    def p(s): return 5
    @property
    def w(s): return s._w
    @w.setter
    def w(s, v): s._w = v
    @w.deleter
    def w(s): del s._w
r = RO(); print(r.p); r.w = 3; print(r.w); del r.w; t(lambda: r.w)
def f(): r.p = 3
t(f)
def f(): del r.p
t(f); print(RO.p.fget.__name__, RO.w.fset is not None, type(RO.p), RO.p.__doc__)
class S:
    __slots__ = ("a", "b")
s = S(); s.a = 1; print(s.a); t(lambda: s.b)
def f(): s.c = 1
t(f); del s.a; t(lambda: s.a); t(lambda: s.__dict__)
def f(): del s.a
t(f)
class S2(S): pass
s2 = S2(); s2.a = 1; s2.z = 2; print(s2.__dict__, s2.a)
class S3(S): __slots__ = ("c", "__dict__")
s3 = S3(); s3.c = 1; s3.h = 4; print(s3.__dict__, S3.__slots__, S.a)
def f():
    class X:
        __slots__ = "a"; a = 1
t(f)
def f():
    class X(int): __slots__ = "a"
t(f)
def f():
    class X(S, S3.__mro__[1].__class__): pass
t(f)
class T: __slots__ = "t"
def f():
    class U(S, T): pass
t(f)
t(setattr, 1, "a", 2); t(setattr, "s", "upper", 2); t(setattr, int, "a", 2); t(delattr, [], "append"); t(getattr, 1, "nope"); t(getattr, int, "nope"); t(getattr, None, "x"); t(getattr, a, 1); t(setattr, a, 1, 1)
t(lambda: object().x); t(setattr, object(), "x", 1); t(lambda: (lambda: 0).x); t(getattr, t, "__name__"); t(lambda: [].foo); t(lambda: print.x)
t(setattr, C, "__name__", "Z"); print(C, C.__name__, C.__qualname__); t(setattr, C, "__name__", 3); t(setattr, c, "__class__", A); print(type(c).__name__); t(setattr, c, "__class__", int); t(setattr, c, "__class__", 3)
t(setattr, c, "__dict__", {"u": 1}); print(c.u); t(setattr, c, "__dict__", 3); t(lambda: C.__dict__["zz"]); t(lambda: type(C.__dict__)); t(lambda: C.__module__); t(lambda: C.__doc__); t(lambda: vars(c)); t(vars, 3)
class P:
    def m(self): "doc"; return 1
    @classmethod
    def cm(cls): return cls
    @staticmethod
    def sm(): return 2
    def __call__(self, *a, **k): return a, k
p = P(); print(p.m.__self__ is p, p.m.__func__ is P.m, P.cm.__self__, p.sm(), P.sm(), p(1, b=2), p.m == p.m, p.m is p.m, p.m.__doc__, p.m.__name__, P.m.__qualname__)
print(str(p.m)[:20], str(P.m)[:14], str(P.cm)[:30]); t(P.m); t(lambda: P.m(3)); t(setattr, p.m, "x", 1); P.m.x = 3; print(p.m.x)
t(lambda: P.cm.__func__(3)); print(P.__dict__["cm"].__func__.__name__, type(P.__dict__["sm"]).__name__)
