import gc, weakref, sys
gc.collect()
print(gc.isenabled(), gc.get_threshold(), gc.get_count()[1:], gc.get_debug())
gc.set_threshold(5, 2, 2); print(gc.get_threshold()); gc.set_threshold(0); x = [[] for i in range(2000)]; print(gc.get_count()[0] > 1900); gc.set_threshold(700, 10, 10); del x
gc.collect()
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'N{self.n}'
def cyc(n):
    a = [N(i) for i in range(n)]
    for i in range(n): a[i].next = a[(i + 1) % n]
cyc(3); print(gc.collect())
cyc(3); print(gc.collect(0), gc.collect(1), gc.collect(2))
a = N(1); gc.collect(0); cyc(2); gc.collect(0)
print([gc.is_tracked(o) for o in (1, 'a', (), (1,), ([],), [], {}, {1: 2}, {'a': []}, N(1), N, len, print, lambda: 1, set(), frozenset(), range(3), 2.5, None, gc, iter([]), slice(1), b'', bytearray(), ValueError(), type, object(), 1j)])
t = (1, 2); print(gc.is_tracked(t)); gc.collect(); print(gc.is_tracked(t)); u = tuple([1, 'a']); print(gc.is_tracked(u)); gc.collect(); print(gc.is_tracked(u)); v = ([],); gc.collect(); print(gc.is_tracked(v))
d = {}; print(gc.is_tracked(d)); d['a'] = 1; print(gc.is_tracked(d)); d['b'] = []; print(gc.is_tracked(d)); del d['b']; print(gc.is_tracked(d)); gc.collect(); print(gc.is_tracked(d))
n = N(5); l = [n]; dd = {'k': n}; tt = (n,)
print(len(gc.get_referrers(n)), [type(r).__name__ for r in gc.get_referrers(n)])
print(gc.get_referents(l), gc.get_referents(tt), sorted(map(str, gc.get_referents(dd))), sorted(map(str, gc.get_referents(n))))
print(len(gc.get_referents(1, 'a', 2.5)), [type(o).__name__ for o in gc.get_referents(N.__init__)])
print(gc.get_referents(iter(l)), [type(o).__name__ for o in gc.get_referents(lambda q=l: q)])
g = gc.get_objects(0) if False else None
young = [1, []]; print(any(o is young for o in gc.get_objects(generation=0)), any(o is young for o in gc.get_objects(generation=2)))
gc.collect(0); print(any(o is young for o in gc.get_objects(generation=1)))
gc.collect(1); print(any(o is young for o in gc.get_objects(generation=2)))
try: gc.get_objects(generation=3)
except ValueError as e: print(e)
try: gc.collect(5)
except ValueError as e: print(e)
fr = gc.get_freeze_count(); gc.freeze(); print(gc.get_freeze_count() > fr); gc.unfreeze(); print(gc.get_freeze_count())
gc.set_debug(gc.DEBUG_SAVEALL); cyc(2); print(gc.collect(), len(gc.garbage), [type(o).__name__ for o in gc.garbage]); gc.set_debug(0); gc.garbage.clear(); print(gc.collect())
ev = []
gc.callbacks.append(lambda ph, info: ev.append((ph, dict(info)))); cyc(4); gc.collect(); print(ev); gc.callbacks.clear()
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, self.o.n if hasattr(self, 'o') else None); keep.append(self) if self.n == 'r' else None
keep = []
a, b = D('a'), D('b'); a.o, b.o = b, a; del a, b; print(gc.collect(), len(gc.garbage))
a, b = D('r'), D('s'); a.o, b.o = b, a; del a, b; print(gc.collect(), len(keep)); print(gc.is_finalized(keep[0]), keep[0].o.n); keep.clear(); print(gc.collect())
s = gc.get_stats(); print(len(s), sorted(s[0]), s[2]['collected'] >= 0)
print(gc.is_finalized(D('q')))
gc.disable(); print(gc.isenabled()); cyc(1000); gc.enable(); print(gc.collect())
w = weakref.ref(N(1)); print(w())
class M(type): pass
class C(metaclass=M): pass
r = weakref.ref(C); del C; print(r() is None); gc.collect(); print(r())
def f():
    def g(): return g
    return g
f(); print(gc.collect())
def gen():
    me = yield
    try: yield
    finally: print('closed')
q = gen(); next(q); q.send(q); del q; print(gc.collect())
try:
    1/0
except ZeroDivisionError as e:
    k = e
    e2 = e
del k; e2.self = e2; del e2; print(gc.collect() > 0)
for base in (object, list, int, tuple, dict, set, str, float):
    made = type("Made", (base,), {})()
    made.x = []
    print(base.__name__, [type(r).__name__ for r in gc.get_referents(made)], sys.getsizeof(made), sys.getsizeof(made.__dict__))
