def t(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e, type(e.__cause__).__name__, type(e.__context__).__name__)
def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("fin")
    return "ret"
a = g(); t(a.send, 1); print(a.send(None)); print(a.send("s")); t(a.send, "t"); t(next, a); t(a.send, 1); print(next(a, "dflt"))
a = g(); next(a); print(a.throw(ValueError("v"))); t(next, a); t(a.throw, ValueError); t(a.throw, KeyError("k"))
a = g(); t(a.throw, TypeError("early")); t(next, a)
a = g(); next(a); a.close(); a.close(); t(next, a); a = g(); a.close(); t(next, a)
a = g(); next(a); del a
a = g(); next(a); t(a.throw, TypeError, "msg"); a = g(); next(a); t(a.throw, 3); a = g(); next(a); t(a.throw, TypeError("a"), "b"); a = g(); t(a.throw)
def ig():
    try: yield 1
    except GeneratorExit: yield 2
a = ig(); next(a); t(a.close); t(next, a)
def ge():
    try: yield 1
    finally: print("cleanup"); raise KeyError("in close")
a = ge(); next(a); t(a.close)
def re():
    yield 1
    raise StopIteration("inner")
a = re(); next(a); t(next, a)
def sub():
    r = yield "s1"
    print("sub got", r)
    try: r = yield "s2"
    except ValueError as e: print("sub caught", e); yield "s3"
    return "subret"
def outer():
    r = yield from sub()
    print("outer r", r)
    yield "o"
    r = yield from [1, 2]
    print(r)
    return "end"
a = outer(); print(next(a), a.send(10), a.throw(ValueError("x")), next(a), a.send(3), next(a)); t(a.send, 5)
a = outer(); next(a); a.close(); a = outer(); next(a); t(a.throw, KeyError("kk")); a = outer(); [next(a) for _ in range(1)]; a.send(1); t(a.throw, GeneratorExit)
a = outer(); next(a); next(a); next(a); t(a.send, "x"); t(a.throw, ValueError("onlist"))
def rec():
    yield next(me)
me = rec(); t(next, me)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import sys
f = fib(); print([next(f) for _ in range(10)]); print(type(f), f.__name__, f.__qualname__, f.gi_running, f.gi_frame is not None, f.gi_code.co_name, f.gi_yieldfrom)
def countdown(n):
    while n: yield n; n -= 1
for x in countdown(3): print(x, end=" ")
print(list(countdown(4)), sum(countdown(100)), max(countdown(3)), sorted(countdown(3)), tuple(countdown(2)), set(countdown(2)), dict(zip(countdown(2), "ab")), 3 in countdown(5), [*countdown(3)], "-".join(map(str, countdown(3))))
