import sys
rc = sys.getrefcount
# comprehension, exception, with, finally, nested functions
x = object()
print([rc(x) for _ in range(2)], {rc(x) for _ in 'a'}, {1: rc(x) for _ in 'a'}, list(rc(x) for _ in 'a'))
def f():
    y = object()
    a = [rc(y) for _ in range(1)]
    def g(): return rc(y)
    b = g(), rc(y)
    c = (lambda: rc(y))()
    d = list(map(lambda z: rc(z), [y]))
    return a, b, c, d
print(f())
class E(Exception):
    def __init__(self, o): super().__init__(o); self.o = o
def raiser(o): raise E(o)
def mid(o):
    try: raiser(o)
    except E as e:
        print('mid', rc(o), rc(e), rc(e.o)); raise
    finally: print('finally', rc(o))
try: mid(x)
except E as e:
    print('outer', rc(x), rc(e)); saved = e
print('after', rc(x)); saved.__traceback__ = None; print('no tb', rc(x)); saved.args = (); print(rc(x)); del saved; print(rc(x))
try:
    try: raiser(x)
    except E as e: raise ValueError(x) from e
except ValueError as v: print(rc(x), rc(v.__cause__), rc(v.__context__)); 
print(rc(x))
try:
    try: raiser(x)
    finally: print('fin', rc(x))
except E: print(rc(x), rc(sys.exc_info()[1]), rc(sys.exception()))
print(rc(x), sys.exc_info())
def gen(o):
    try:
        while True:
            got = yield rc(o)
            print('got', rc(got))
    except GeneratorExit: print('exit', rc(o)); raise
g = gen(x); next(g); g.send(x); print(rc(x)); g.close(); print(rc(x), rc(g)); del g; print(rc(x))
def deleg(o): r = yield from gen(o)
g = deleg(x); print(next(g), rc(x)); 
try: g.throw(E(x))
except E as e: print('thrown', rc(x))
print(rc(x)); del g; print(rc(x))
def many(a, b=x, *args, c=x, **kw): return rc(a), rc(b), rc(args), rc(c), rc(kw)
del many; print(rc(x))
l = [x]; 
for i in l: l.append(i) if len(l) < 3 else None
print(rc(x)); del i; print(rc(x)); del l[:]; print(rc(x))
a = b = c = x; print(rc(x)); a, b = b, a; print(rc(x)); del a, b, c
(a, b), c = (x, x), x; print(rc(x)); [a, b, c] = [None] * 3; print(rc(x))
d = {'k': x}; e = {**d}; print(rc(x)); d.update(e); print(rc(x)); f = d | e; print(rc(x)); v = d.pop('k'); print(rc(x)); del d, e, f, v; print(rc(x))
d = {}; d.setdefault('a', []).append(x); print(rc(x)); d.get('a').append(d['a']); print(rc(x), rc(d['a'])); d['a'].clear(); print(rc(x), rc(d['a']))
t = tuple([x] * 3); print(rc(x)); s = frozenset(t); print(rc(x)); t2 = t * 2; print(rc(x)); a, *r, z = t2; print(rc(x), rc(r)); del t, s, t2, a, r, z; print(rc(x))
ls = [[x] * 2 for _ in range(2)]; print(rc(x)); fl = [y for q in ls for y in q]; print(rc(x)); z = list(zip(*ls)); print(rc(x)); z = dict(enumerate(fl)); print(rc(x)); del ls, fl, z; print(rc(x))
