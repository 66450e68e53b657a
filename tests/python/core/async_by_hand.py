def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
class Aw:
    def __init__(s, v): s.v = v
    def __await__(s): r = yield s.v; return ("res", r)
async def c1(): return 5
async def c2():
    x = await c1(); y = await Aw("w1"); print(x, y)
    try: await Aw("w2")
    except ValueError as e: print("caught", e)
    return "done"
def run(c, *sends):
    try:
        print("yield", c.send(None))
        for s in sends:
            print("yield", c.throw(s) if isinstance(s, Exception) else c.send(s))
    except StopIteration as e: print("stop", e.value)
    except BaseException as e: print(type(e).__name__, e)
run(c2(), "a", ValueError("v")); run(c2(), KeyError("k")); c = c2(); c.close(); t(c.send, None); c = c2(); t(c.send, 1); c.close(); t(next, c1.__class__ and Aw(1)); t(iter, c); t(lambda: [x for x in c])
co = c1(); print(type(co).__name__, co.__name__, co.cr_running, co.cr_await); run(co); t(co.send, None)
class AIt:
    def __init__(s, n): s.i, s.n = 0, n
    def __aiter__(s): return s
    async def __anext__(s):
        if s.i >= s.n: raise StopAsyncIteration
        s.i += 1; await Aw("tick"); return s.i
async def af():
    async for x in AIt(2): print("x", x)
    else: print("else")
    return [y async for y in AIt(2)], {z: z async for z in AIt(1)}
run(af(), 1, 2, 3, 4, 5)
class ACM:
    async def __aenter__(s): print("aenter"); return s
    async def __aexit__(s, *a): print("aexit", a[0]); return True
async def aw():
    async with ACM() as a: raise KeyError
    async with ACM(): return "r"
run(aw())
async def bad1():
    async for x in [1]: pass
async def bad2():
    async with 3: pass
async def bad3(): await 5
async def bad4():
    for x in AIt(1): pass
async def bad5():
    with ACM(): pass
for b in (bad1, bad2, bad3, bad4, bad5): run(b())
async def agen():
    try:
        r = yield 1; print("r", r)
        await Aw("in agen")
        yield 2
    except ValueError as e: print("ag caught", e); yield "after"
    finally: print("ag fin")
async def use():
    async for v in agen(): print("v", v)
    return "ok"
run(use(), None)
def step(aw, *sends):
    try:
        print("->", aw.send(None))
        for s in sends: print("->", aw.send(s))
    except StopIteration as e: print("value", e.value)
    except BaseException as e: print(type(e).__name__, e)
g = agen(); step(g.__anext__()); step(g.asend("hello"), 0); step(g.__anext__()); step(g.__anext__())
g = agen(); step(g.asend(1)); step(g.__anext__()); step(g.athrow(ValueError("t"))); step(g.aclose()); step(g.__anext__())
g = agen(); step(g.__anext__()); step(g.aclose()); step(g.aclose()); g = agen(); step(g.aclose())
print(type(g).__name__, g.__name__, g.ag_running, type(g.__anext__()).__name__, type(g.asend(1)).__name__, type(g.aclose()).__name__, aiter(g) is g)
async def ac():
    r = [i async for i in agen()]; s = (i async for i in agen()); print(r, type(s)); return await anext(s)
run(ac(), 1, 2, 3)
async def sleeper(n, log):
    for i in range(n): log.append((n, i)); await Aw(i)
    return n
def loop(*cs):
    todo = list(cs); out = []
    while todo:
        c = todo.pop(0)
        try: c.send(None); todo.append(c)
        except StopIteration as e: out.append(e.value)
    return out
log = []; print(loop(sleeper(2, log), sleeper(1, log), sleeper(3, log)), log)
