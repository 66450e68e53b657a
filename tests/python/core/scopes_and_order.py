def t(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e)
def locs(a, b=2):
    c = 3; d = [a for _ in "x"]
    return sorted(locals().items())
print(locs(1))
def lo():
    l = locals(); z = 1; m = locals(); return l is m, sorted(l)
print(lo())
class C:
    a = 1; b = locals().keys() & {"a", "b"}
print(C.b)
ns = {}; exec("a = 1\ndef f(): return a\nclass K: v = a", ns); print(ns["f"](), ns["K"].v, sorted(k for k in ns if k[0] != "_"), "__builtins__" in ns)
def ex():
    v = 1; exec("v = 2"); exec("nv = 3"); return v, "nv" in locals()
print(ex()); g2, l2 = {"q": 1}, {}; exec("r = q; q = 2", g2, l2); print(g2["q"], l2); t(lambda: eval("a + b", {"a": 1}, {"b": 2})); t(lambda: exec("1", 3)); t(lambda: eval("x", {}, {})); t(lambda: eval("x", {"__builtins__": {}})); t(lambda: eval("len('a')", {"__builtins__": {}})); t(lambda: eval("1", {}, 3))
c = compile("1 + x0", "<s>", "eval"); print(eval(c, {"x0": 5}), type(c)); c = compile("print('hi'); 5", "f", "single"); exec(c); exec(compile("print(__name__)", "f", "exec")); t(compile, "1 +", "f", "eval"); t(compile, "x = 1", "f", "eval"); t(compile, "1", "f", "bad"); t(eval, "x = 1"); t(eval, " 1+1 "); t(eval, b"2+2"); t(lambda: eval("\n\n3"))
class M(dict):
    def __missing__(s, k):
        if k.startswith("_"): raise KeyError(k)
        return k.upper()
print(eval("foo + bar", {}, M()))
exec("import math\nprint(math.pi)"); exec("global gx; gx = 3"); print(gx)
def dec(n):
    print("dec", n)
    def d(f): print("apply", n); return lambda *a: (n, f(*a))
    return d
@dec(1)
@dec(2)
def df(a): return a
print(df(3)); print((lambda: (yield))().__next__())
def dflt(a, l=[]): l.append(a); return l
print(dflt(1), dflt(2)); print(dflt.__defaults__)
def swap(a, b): a, b = b, a; return a, b
print(swap(1, 2)); i = 0; a = [5, 6]; i, a[i] = 1, 9; print(i, a)
if (n := len("abc")) > 2: print(n)
print([[r * c for c in range(3)] for r in range(3)], {k: v for k, v in zip("ab", [1, 2])}, {a % 2 for a in range(5)}); x = 5; print([x for x in range(x)], x); print([a + b for a, b in [(1, 2), (3, 4)] if a > 1], list(a for a in [1, 2] for a in [a, a * 10]))
def f(a, b): print(a, b); return 0
def e(n): print("eval", n); return n
e(1) + e(2) * e(3); f(e(1), b=e(2)); {e(1): e(2)}; [e(1), e(2)][e(0)]; e(1) < e(2) < e(1) < e(5); x = [0]; x[e(0)] = e(7); e(0) or e(1) and e(2); d = {e("k"): e("v") for _ in [0]}
match [1, 2, {"a": 5, "b": 6}]:
    case [1, x, {"a": q, **rest}]: print(x, q, rest)
class Pt:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
def mm(v):
    match v:
        case 0 | 1: return "01"
        case Pt(0, y=yy): return "pt0", yy
        case Pt(a, b) if a == b: return "eq", a
        case Pt(): return "pt"
        case str(s): return "str " + s
        case [a, *_, b]: return a, b
        case {"k": v}: return v
        case None: return "none"
        case int() as n: return n
        case (1.5 | 2.5) as z: return z
        case _: return "other"
for v in (0, 1, 2, Pt(0, 1), Pt(2, 2), Pt(1, 3), "s", [1, 2, 3], (4, 5), {"k": 9, "j": 1}, None, 1.5, {1, 2}, [1]): print(mm(v))
print(__name__, __doc__, __file__ != None if "__file__" in globals() else "nofile", type(__builtins__).__name__); del x; t(lambda: x)
