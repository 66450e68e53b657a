class Timer:
    def __enter__(self): print("start"); return self
    def __exit__(self, t, v, tb): print("stop", t.__name__ if t else None, v); return False
class Suppress:
    def __init__(self, *e): self.e = e
    def __enter__(self): return self
    def __exit__(self, t, v, tb): return t is not None and issubclass(t, self.e)
with Timer() as t: print("body")
try:
    with Timer(): raise KeyError("k")
except KeyError as e: print("after", e)
with Suppress(ZeroDivisionError, IndexError): [][1]
print("survived")
class Txn:
    def __init__(self, d): self.d = d
    def __enter__(self): self.old = dict(self.d); return self.d
    def __exit__(self, t, *_):
        if t: self.d.clear(); self.d.update(self.old); print("rollback")
        return True
d = {"a": 1}
with Txn(d) as x: x["b"] = 2
with Txn(d) as x: x["c"] = 3; raise RuntimeError
print(d)
def gen():
    with Timer(): yield 1; yield 2
for v in gen(): print(v); break
def f():
    for i in range(3):
        with Suppress(ValueError):
            if i == 1: continue
            if i == 2: return "ret"
            raise ValueError
print(f())
def parse(s):
    try: v = int(s)
    except ValueError as e: print("bad:", e); return None
    else: print("ok"); return v
    finally: print("done", s)
print(parse("12"), parse("x"))
class AppError(Exception):
    code = 1
class DbError(AppError):
    code = 2
    def __init__(self, q): super().__init__(q); self.q = q
    def __str__(self): return f"db: {self.q}"
for err in (AppError("a"), DbError("q"), ValueError("v"), KeyError("k"), AppError(), AppError(1, 2)):
    try: raise err
    except DbError as e: print("db", e, e.code, e.args)
    except AppError as e: print("app", e, e.code, e.args)
    except (ValueError, KeyError) as e: print("builtin", repr(e), e)
def chain():
    try: {}["x"]
    except KeyError as e: raise DbError("lookup") from e
try: chain()
except DbError as e: print(repr(e.__cause__), e.__cause__ is e.__context__)
def retry(n, f):
    for i in range(n):
        try: return f(i)
        except ConnectionError as e: print("retry", i, e)
    raise TimeoutError("gave up")
print(retry(3, lambda i: i if i == 2 else (_ for _ in ()).throw(ConnectionError("down"))))
try: retry(1, lambda i: (_ for _ in ()).throw(ConnectionError("down")))
except OSError as e: print(type(e).__name__, e)
assert True, "no"
try: assert 1 == 2, f"math {1 + 1}"
except AssertionError as e: print("assert", e)
raise DbError("uncaught")
