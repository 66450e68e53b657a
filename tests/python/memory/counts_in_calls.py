import sys
rc = sys.getrefcount
def gen(v):
    yield rc(v)
    try:
        w = yield rc(v)
        yield rc(w)
    finally:
        print('fin', rc(v))
o = object()
print(rc(o))
g = gen(o)
print(rc(o), rc(g))
print(next(g), rc(o), rc(g))
print(next(g), rc(o))
print(g.send(o), rc(o))
g.close()
print(rc(o), rc(g))
h = (rc(t) for t in [o, o])
print(rc(o))
print(next(h), rc(o)); print(list(h), rc(o))
print([rc(t) for t in [o]], {rc(t) for t in (o,)}, {t: rc(t) for t in [o]}.values().__len__())
def outer():
    loc = o
    def inner():
        return rc(loc)
    print(rc(loc), rc(o), rc(inner))
    return inner
i = outer()
print(rc(o), i(), rc(i), rc(i.__closure__[0]), rc(i.__closure__))
del i
print(rc(o))
try:
    raise ValueError(o)
except ValueError as e:
    print(rc(o), rc(e), rc(e.args), rc(e.__traceback__))
    t = e.__traceback__
    print(rc(e), rc(t), rc(t.tb_frame))
print(rc(o), rc(t))
del t
def boom(a):
    loc = a
    raise KeyError('k')
try:
    boom(o)
except KeyError as e:
    print(rc(o))
    k = e
print(rc(o), rc(k))
del k
print(rc(o))
lam = lambda v=o: rc(v)
print(lam(), rc(o), rc(lam)); del lam
print(max([o], key=lambda v: rc(v)) is o, sorted([o, o], key=rc) == [o, o])
print(list(map(rc, [o, o])), list(map(rc, (o,))), list(filter(lambda v: print(rc(v)), [o])))
import functools
p = functools.partial(rc, o)
del p
print(functools.reduce(lambda a, b: (rc(a), rc(b)), [o, o, o]))
it = iter([o]); print(rc(o)); next(it); print(rc(o)); del it
z = zip([o], [o]); print(rc(o)); print([rc(q) for q in z]); print(rc(o)); del z
e = enumerate([o]); print(rc(o)); n = next(e); print(rc(o)); del e, n
a, b = o, o
print(rc(o)); a = b = None; print(rc(o))
a, *b = o, o, o
print(rc(o), rc(b)); del a, b
s = {o}; f = frozenset(s); print(rc(o)); del s, f
print(rc(o))
l = [o] * 10; print(rc(o)); l2 = l[:]; print(rc(o)); l2 += l; print(rc(o)); l.clear(); print(rc(o)); l2[2:5] = []; print(rc(o)); l2.pop(); print(rc(o)); del l, l2; print(rc(o))
t = (o,) * 3; print(rc(o)); u = t + t; print(rc(o)); v = t[:]; print(rc(t), v is t); del t, u, v; print(rc(o))
print(globals()['o'] is o)
match o:
    case object() as cap:
        print(rc(o))
del cap
print(rc(o))
class S:
    __slots__ = 'a', 'b'
s = S(); s.a = o; s.b = o; print(rc(o)); del s.a; print(rc(o)); del s; print(rc(o))
class D: pass
d = D(); d.x = o; d.y = d.x; print(rc(o), rc(d.__dict__)); dd = d.__dict__; print(rc(dd)); del d; print(rc(o)); del dd; print(rc(o))
def va(*args, **kw): print(rc(args), rc(kw), rc(args[0]), rc(kw['k']))
va(o, k=o)
va(*(o,), **{'k': o})
tt = (o,)
va(*tt, k=o)
print(rc(tt))
def kwonly(*, k): return rc(k)
print(kwonly(k=o))
print(rc(o))
async def co(v): return rc(v)
c = co(o); print(rc(o), rc(c))
try: c.send(None)
except StopIteration as e: print(e.value, rc(o))
print(rc(o))
