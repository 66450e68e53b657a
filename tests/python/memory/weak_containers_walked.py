import weakref, gc, sys
class A:
    def __init__(self, n=0): self.n = n
    def __repr__(self): return f'A{self.n}'
    def m(self): return self.n
a = A(1)
r = weakref.ref(a); r2 = weakref.ref(a); print(r is r2, r() is a, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), sys.getrefcount(a))
r3 = weakref.ref(a, lambda r: print('cb3', r())); r4 = weakref.ref(a, lambda r: print('cb4')); print(r3 is r4, r3 == r4, r == r3, hash(r) == hash(a))
p = weakref.proxy(a); print(p.n, p.m(), repr(p)[:15], type(p).__name__, weakref.getweakrefcount(a))
p.n = 5; print(a.n); p2 = weakref.proxy(a); print(p is p2)
del a; print(r(), r3())
try: p.n
except ReferenceError as e: print(e)
print(r == r2, r == r3, r3 == r4)
try: hash(weakref.ref(A()))
except TypeError as e: print(e)
for o in (1, 'a', (), [], {}, None, object(), 1.5):
    try: weakref.ref(o); print('ok', type(o))
    except TypeError as e: print(e)
for o in (set(), frozenset(), lambda: 1, A, print, type, (i for i in []), sys, bytearray(), memoryview(b'')):
    try: weakref.ref(o); print('ok', type(o).__name__)
    except TypeError as e: print(e)
class S: __slots__ = 'x',
class SW: __slots__ = 'x', '__weakref__'
try: weakref.ref(S())
except TypeError as e: print(e)
s = SW(); rs = weakref.ref(s); print(rs() is s, SW.__weakrefoffset__)
d = weakref.WeakValueDictionary()
x, y, z = A('x'), A('y'), A('z')
d['x'] = x; d['y'] = y; d['z'] = z
print(sorted(d), len(d), d['x'], list(d.items()))
for k in d:
    if k == 'x': del y; print('deleted', len(d))
    print(k)
print(list(d), len(d)); 
del x; print('x' in d, d.get('x', 'gone'), dict(d)); d.pop('z'); print(len(d))
d['t'] = A('tmp'); print(len(d), list(d.keys()))
kd = weakref.WeakKeyDictionary(); k1, k2 = A('k1'), A('k2'); kd[k1] = 1; kd[k2] = 2; print(kd[k1], len(kd), dict(kd)); del k1; print(len(kd), list(kd.items()))
for k in kd: del k2; print(k); break
del k; print(len(kd))
ws = weakref.WeakSet(); e1, e2 = A('e1'), A('e2'); ws.add(e1); ws.add(e2); ws.add(e1); print(len(ws), e1 in ws); del e1; print(len(ws), list(ws)); ws |= {e2}; print(len(ws)); ws.discard(e2); print(len(ws), ws)
wm = weakref.WeakMethod(e2.m); print(wm()(), wm); m = wm(); print(m.__self__ is e2); del m; del e2; print(wm())
o = A('fin'); f = weakref.finalize(o, print, 'finalized', 1, end='!\n'); print(f.alive, f.peek()[1:], f.atexit); del o; print(f.alive, f(), f.peek(), f.detach())
o = A('fin2'); f = weakref.finalize(o, lambda *a: 'ret', 3); print(f(), f(), f.alive)
o2 = A('f3'); f = weakref.finalize(o2, print, 'no'); f.detach(); del o2
o3 = A('f4'); weakref.finalize(o3, print, 'exit 1'); weakref.finalize(o3, print, 'exit 2'); f = weakref.finalize(o3, print, 'exit 3'); f.atexit = False
class C(A): 
    def __del__(self): print('del', wr(), self.n)
c = C('c'); wr = weakref.ref(c, lambda r: print('cb', r())); del c
c = C('cyc'); c.c = c; wr = weakref.ref(c, lambda r: print('cb cyc', r())); del c; print(gc.collect())
c = C('cyc2'); c.c = c; c.w = weakref.ref(c, lambda r: print('never')); wr = c.w; del c, wr; wr = lambda: 'x'; print(gc.collect())
a, b = A('a'), A('b'); a.b = b; b.a = a; ra = weakref.ref(a, lambda r: print('ra')); rb = weakref.ref(b, lambda r: print('rb')); rb2 = weakref.ref(b, lambda r: print('rb2')); del a, b; print(gc.collect())
a = A(); cbs = [weakref.ref(a, lambda r, i=i: print(i, end=' ')) for i in range(5)]; del cbs[2]; del a; print()
def bad(r): raise ValueError('bad')
sys.stderr = sys.stdout
a = A(); w = weakref.ref(a, bad); del a; print('ok')
class R(weakref.ref):
    __slots__ = 'key',
    def __init__(self, o, cb=None, key=None): super().__init__(o, cb); self.key = key
    def __new__(cls, o, cb=None, key=None): return super().__new__(cls, o, cb)
a = A(); q = R(a, lambda r: print('key', r.key), 'K'); print(q.key, q() is a, weakref.ref(a) is q, weakref.getweakrefcount(a)); del a; print(q())
print(weakref.ref.__callback__, r3.__callback__, weakref.ref(A).__callback__)
li = A('li'); li.__class__ = C; pr = weakref.proxy(li, lambda p: print('proxy cb')); print(isinstance(pr, A), isinstance(pr, C), pr == li, bool(pr)); wr = weakref.ref(li); del li
class Call:
    def __call__(self): return 'called'
    def __iter__(self): return iter([1, 2])
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __add__(self, o): return 'sum'
    def __contains__(self, i): return True
c = Call(); p = weakref.proxy(c); print(p(), list(p), len(p), p[4], p + 1, 1 in p, type(p).__name__, str(p)[:8]); del c
try: p()
except ReferenceError as e: print(e)
print(weakref.getweakrefs(1), weakref.getweakrefcount([]))
