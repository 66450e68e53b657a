import sys
def t(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e)
class MyE(Exception):
    def __init__(self, code, msg="dflt"):
        super().__init__(msg); self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
try: raise MyE(5)
except MyE as e: print(e, repr(e), e.args, e.code)
try: e
except NameError as n: print(n)
def order():
    try:
        print("try"); return "r"
    except: print("never")
    else: print("else never")
    finally: print("finally")
print(order())
def o2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally: print("fin", i)
    else: print("no")
    return i
print(o2())
def o3():
    try: raise ValueError("x")
    finally: return "swallow"
print(o3())
def o4():
    while True:
        try: return 1
        finally: break
    return 2
print(o4())
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise KeyError("k") from z
except KeyError as k: print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__, str(k))
try:
    try: 1 / 0
    except ZeroDivisionError: nope
except NameError as n: print(repr(n.__context__), n.__cause__, n.name)
try:
    try: raise ValueError("a")
    finally: raise TypeError("b")
except TypeError as e: print(repr(e.__context__))
try: raise ValueError
except (KeyError, ValueError) as e: print(repr(e), e.args, str(e) == "")
for x in (ValueError, ValueError(), ValueError(1), ValueError(1, 2), ValueError("a", None), KeyError("k"), KeyError(), OSError(2, "No such"), OSError(2, "No", "f"), OSError("x"), StopIteration(5), SystemExit(3), UnicodeDecodeError("utf8", b"abc", 1, 2, "bad"), SyntaxError("m"), ImportError("m", name="n"), AttributeError("a", name="b", obj=3), NameError("n", name="x")):
    try: raise x
    except BaseException as e: print(repr(e), str(e), e.args)
t(lambda: OSError(2, "a").errno); t(lambda: type(OSError(2, "a"))); t(lambda: type(OSError(13, "a"))); t(lambda: StopIteration(7).value); t(lambda: SystemExit(3).code); t(lambda: SystemExit().code); t(lambda: SystemExit(1, 2).code)
t(lambda: UnicodeDecodeError("a")); t(lambda: ValueError(x=1)); t(lambda: BaseException.__new__(int))
e = ValueError("n"); e.add_note("note1"); print(e.__notes__); t(e.add_note, 3); print(e.with_traceback(None) is e); t(setattr, e, "__cause__", 3); t(setattr, e, "__context__", 3); t(setattr, e, "__traceback__", 3); t(setattr, e, "args", 5); e.args = [1, 2]; print(e.args, repr(e)); e.foo = 1; print(e.__dict__)
t(lambda: ValueError(1) == ValueError(1)); t(lambda: hash(e) is not None)
try:
    try: raise KeyError(1)
    except ValueError: print("no")
    else: print("no")
    finally: print("f")
except LookupError as l: print("lookup", l)
def bad():
    try: 1 / 0
    except 3: pass
t(bad)
def bad2():
    try: 1 / 0
    except (ValueError, 3): pass
t(bad2)
def bad3():
    try: 1 / 0
    except ((ValueError,), ZeroDivisionError): return "nested"
t(bad3)
def rr():
    try: 1 / 0
    except ZeroDivisionError:
        try: raise
        except ZeroDivisionError as e: return "re", e.__context__
t(rr)
def noraise(): raise
t(noraise)
def tbdepth():
    def a(): b()
    def b(): raise ValueError
    try: a()
    except ValueError as e:
        n, tb = [], e.__traceback__
        while tb: n.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
        return n
print(tbdepth()); print(sys.exc_info())
