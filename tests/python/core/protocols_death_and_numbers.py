def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
class Del:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
a = Del(1); a = Del(2); b = a; del a; print("still"); del b; l = [Del(3), Del(4)]; l.clear(); l = [Del(5)]; l[0] = None; d = {1: Del(6)}; d[1] = 0; d = {1: Del(7)}; d.pop(1); (lambda: Del(8))(); Del(9).n; x = [Del(10) for _ in range(2)]; x.pop(); print("popped"); del x
def f():
    loc = Del(11); loc2 = Del(12); print("end f")
f()
def g():
    loc = Del(13); raise ValueError
try: g()
except ValueError as e: print("caught")
print("after"); t1, t2 = Del(14), Del(15); t1, t2 = t2, t1; del t1; y = Del(16); y.self = y; del y; import gc; gc.collect(); print("collected")
class Res:
    def __del__(s): global saved; saved = s; print("resurrect")
r = Res(); del r; print(type(saved)); del saved; print("x")
class DE:
    def __del__(s): raise ValueError("in del")
z = DE(); del z; print("survived")
class Call:
    def __call__(s, *a, **k): return a, k
c = Call(); print(c(1, x=2), callable(c), list(map(c, [1, 2])), sorted([2, 1], key=lambda v: c(v)[0]))
class Ctx:
    def __enter__(s): print("in"); return s
    def __exit__(s, t, v, tb): print("out", t and t.__name__); return t is ValueError
with Ctx(): raise ValueError
def m():
    with Ctx() as c1, Ctx() as c2:
        return "val"
print(m())
for k in range(3):
    with Ctx():
        if k == 1: break
class Mat:
    def __init__(s, r): s.r = r
    def __matmul__(s, o): return Mat([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.r)] for r in s.r])
    def __mul__(s, k): return Mat([[x * k for x in r] for r in s.r])
    __rmul__ = __mul__
    def __eq__(s, o): return s.r == o.r
    def __neg__(s): return s * -1
    def __pos__(s): return s
    def __invert__(s): return "inv"
    def __abs__(s): return 7
    def __round__(s, n=None): return ("round", n)
    def __trunc__(s): return 3
    def __floor__(s): return 4
    def __ceil__(s): return 5
    def __int__(s): return 6
    def __float__(s): return 6.5
    def __complex__(s): return 1j
    def __bool__(s): return False
    def __divmod__(s, o): return "dm"
    def __rdivmod__(s, o): return "rdm"
    def __pow__(s, e, m=None): return ("pow", e, m)
    def __rpow__(s, o): return "rpow"
import math
m = Mat([[1, 2], [3, 4]]); print((m @ m).r, (2 * m).r, (m * 3).r, (-m).r, +m is m, ~m, abs(m), round(m), round(m, 2), math.trunc(m), math.floor(m), math.ceil(m), int(m), float(m), complex(m), bool(m), divmod(m, 1), divmod(1, m), m ** 2, pow(m, 2, 3), 2 ** m); m @= m; print(m.r)
