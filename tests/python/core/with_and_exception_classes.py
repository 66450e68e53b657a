import sys
def t(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e)
class CM:
    def __init__(s, n, sw=False, fail=None): s.n, s.sw, s.fail = n, sw, fail
    def __enter__(s):
        print("enter", s.n)
        if s.fail == "enter": raise RuntimeError("enter fail")
        return s
    def __exit__(s, *a):
        print("exit", s.n, a[0] and a[0].__name__, a[1])
        if s.fail == "exit": raise RuntimeError("exit fail")
        return s.sw
with CM(1) as a, CM(2) as b: print(a.n, b.n)
with CM(3, True): raise ValueError("sw")
def w():
    with CM(4): return "ret"
print(w())
def w():
    for i in range(2):
        with CM(5): continue
    with CM(6, True):
        with CM(7, fail="exit"): raise KeyError("inner")
    try:
        with CM(8), CM(9, fail="enter"): print("no")
    except RuntimeError as e: print(e, e.__context__)
    with (CM(10) as a, CM(11)): pass
w()
class NoExit:
    def __enter__(s): pass
class NoEnter:
    def __exit__(s, *a): pass
def w1():
    with NoExit(): pass
def w2():
    with NoEnter(): pass
def w3():
    with 3 as x: pass
t(w1); t(w2); t(w3)
class Bx:
    def __enter__(s): return [1, 2]
    def __exit__(s, *a):
        class T:
            def __bool__(s): print("truth"); return True
        return T()
with Bx() as (p, q): print(p, q); raise ValueError
try:
    raise ExceptionGroup("eg", [ValueError(1), KeyError(2)]) if 0 else ValueError("z")
except ValueError as e:
    s = e
print(s, s.__traceback__.tb_lineno > 0)
def f():
    try: yield 1
    finally: print("gen fin")
for i in f(): break
print("after")
try: sys.exit("bye")
except SystemExit as e: print(e.code, repr(e))
try: exit(4)
except SystemExit as e: print(e.code)
try: quit()
except SystemExit as e: print(e.code)
class E2(Exception): pass
class E3(E2): pass
for c in (E3, E2, Exception):
    try: raise c("m")
    except E3: print("E3")
    except E2: print("E2")
    except Exception: print("E")
t(lambda: [].pop()); t(lambda: max(()));  t(lambda: (_ for _ in ()).throw(E2("gen")))
class Meta(type):
    def __instancecheck__(c, o): return True
class Any(Exception, metaclass=Meta): pass
try:
    try: raise KeyError(1)
    except Any: print("instancecheck used")
except KeyError: print("not used")
def ctxloop():
    a = ValueError("a")
    try: raise a
    except ValueError as e:
        try: raise KeyError("b")
        except KeyError as k:
            try: raise a
            except ValueError as e2: return repr(e2.__context__), repr(e2.__context__.__context__)
print(ctxloop())
raise MyE(9, "final")
