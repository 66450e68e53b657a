import sys
def t(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e, type(e.__cause__).__name__, type(e.__context__).__name__)
ge = (x * x for x in range(5)); print(next(ge), list(ge), list(ge)); t(next, ge); print(ge.__name__, ge.__qualname__)
def ex():
    for i in range(3):
        if i == 2: raise RuntimeError("boom")
        yield i
try:
    for i in ex(): print(i)
except RuntimeError as e: print("caught", e)
def ctx():
    try: yield 1
    except Exception as e: print("in", e, repr(e.__context__)); raise OSError("new") from e
a = ctx(); next(a)
try:
    try: raise KeyError("outer")
    except KeyError as k: a.throw(ValueError("thrown"))
except OSError as o: print(repr(o.__cause__), repr(o.__context__), repr(o.__cause__.__context__))
def flatten(x):
    for i in x:
        if isinstance(i, list): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, [3, [4]], 5]])))
def handled():
    try: raise KeyError("h")
    except KeyError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
h = handled(); print(next(h)); print(sys.exc_info()); print(next(h))
try: raise ValueError
except ValueError: h = handled(); print(next(h), sys.exc_info()[0]); print(next(h))
print(sys.exc_info())
class It:
    def __iter__(s): return s
    def __next__(s): raise KeyError("n")
    def send(s, v): return ("sent", v)
    def throw(s, *a): print("throw", a); raise StopIteration("tv")
    def close(s): print("closed")
class It2(It):
    def __next__(s): return 1
def yf(): r = yield from It2(); print("r", r); yield 9
a = yf(); print(next(a)); print(a.send(4)); print(a.throw(ValueError("z"))); a = yf(); next(a); a.close(); t(lambda: list(yf.__class__ and (i for i in It())))
def unpack():
    a, b, *c = (yield), *(yield)
    return a, b, c
u = unpack(); next(u); u.send(1); t(u.send, (2, 3)); t(lambda: next(3)); t(lambda: next([])); t(iter, 3); t(lambda: (yield)) if 0 else None
def deco(f):
    def start(*a):
        g = f(*a); next(g); return g
    return start
@deco
def avg():
    s = n = 0; r = None
    while True: r = yield r; s += r; n += 1; r = s / n
a = avg(); print(a.send(1), a.send(2), a.send(6)); 
lst = [1, 2, 3]
for x in lst:
    if x < 10: lst.append(x * 5)
print(lst)
print(list(x for x in [1, 2] for y in [3, 4] if x < y)); t(lambda: list(1 / x for x in [1, 0])); t(lambda: (x for x in 3))
def ret_in_finally():
    try: yield 1; raise ValueError
    finally: return 5
a = ret_in_finally(); next(a); t(next, a)
def nested(n):
    if n: yield n; yield from nested(n - 1)
print(sum(nested(200)))
