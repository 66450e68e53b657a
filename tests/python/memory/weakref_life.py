import weakref, gc
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'A{self.n}'
    def __del__(self): print('del', self.n)
a = A(1)
r1 = weakref.ref(a, lambda r: print('cb1', r is r1, r()))
r2 = weakref.ref(a, lambda r: print('cb2', r()))
r3 = weakref.ref(a); r4 = weakref.ref(a)
print(r3 is r4, r1 is r2, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)))
p = weakref.proxy(a)
print(p.n, weakref.getweakrefcount(a), type(p).__name__, repr(r3)[:12])
print(hash(r3) == hash(a), r3 == r4, r1 == r2)
del a
print(r1(), r3())
try: p.n
except ReferenceError as e: print(e)
try: p.n = 3
except ReferenceError as e: print(e)
try: str(p)
except ReferenceError as e: print(e)
print(hash(r3) is not None, r3 == r4, r1 == r2)
d = weakref.WeakValueDictionary()
x, y, z = A('x'), A('y'), A('z')
d['x'] = x; d['y'] = y; d['z'] = z
print(sorted(d.keys()), len(d))
for k in d:
    if k == 'x': del y
print(sorted(d), len(d))
it = d.items(); next(iter(it)); del x
print(list(d.keys()), 'x' in d, d.get('x', 0))
k = weakref.WeakKeyDictionary()
k1, k2 = A('k1'), A('k2')
k[k1] = 1; k[k2] = 2
for q in k: print(q, k[q])
del q
del k1; print(len(k), list(k.items()))
s = weakref.WeakSet([z, k2]); print(len(s)); del z; print(len(s), z if 'z' in globals() else 'gone')
f = weakref.finalize(k2, print, 'finalized', 1, x=2) if False else weakref.finalize(k2, print, 'finalized', 1)
print(f.alive, f.peek()[2], f.atexit)
del k2; print(f.alive, f(), len(s))
b = A('b'); fa = weakref.finalize(b, print, 'at exit 1'); fb = weakref.finalize(b, print, 'at exit 2'); fb.atexit = True
c = A('c'); c.me = c; rc = weakref.ref(c, lambda r: print('cycle cb')); del c; print(gc.collect(), rc())
class B: __slots__ = ()
try: weakref.ref(B())
except TypeError as e: print(e)
for o in (1, 'a', (), [], {}, None, 2.5):
    try: weakref.ref(o); print('ok')
    except TypeError as e: print(e)
for o in (set(), frozenset([1]), len, A, print, lambda: 1, gc):
    try: print(type(weakref.ref(o)).__name__)
    except TypeError as e: print(e)
m = weakref.WeakMethod(b.__repr__); print(m()(), m == weakref.WeakMethod(b.__repr__))
cp = weakref.proxy(lambda x: x + 1) if False else None
def fn(x): return x + 1
cp = weakref.proxy(fn); print(type(cp).__name__, cp(2))
pp = weakref.proxy(b); print(pp == b, bool(pp), isinstance(pp, A), pp.__class__, weakref.getweakrefcount(b))
try: hash(pp)
except TypeError as e: print(e)
lst = [1]
class L(list): pass
l = L([1, 2, 3]); pl = weakref.proxy(l); print(len(pl), pl[0], pl + [4], 2 in pl, list(reversed(pl)), pl * 2); pl += [9]; print(l)
print('end')
