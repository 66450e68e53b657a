import gc
events = []
def cb(phase, info): events.append((phase, dict(info)))
gc.collect()
gc.callbacks.append(cb)
class A: pass
a = A(); a.a = a; del a
r = gc.collect(0); print(r); 
r = gc.collect(1); print(r); r = gc.collect(); print(r)
gc.callbacks.remove(cb)
for e in events: print(e)
print(gc.get_stats()[2].keys(), len(gc.get_stats()))
gc.collect(); c = gc.get_count(); l = [[] for _ in range(10)]; d = gc.get_count(); print(d[0] - c[0]); del l; e = gc.get_count(); print(e[0] - d[0])
s0 = gc.get_stats(); gc.collect(0); gc.collect(1); gc.collect(2); s1 = gc.get_stats(); print([b['collections'] - a['collections'] for a, b in zip(s0, s1)])
gc.set_threshold(5, 3, 2); gc.collect(); ev = []
gc.callbacks.append(lambda p, i: ev.append(i['generation']) if p == 'start' else None)
keep = [[i] for i in range(100)]
gc.callbacks.pop(); print(ev, gc.get_count()); gc.set_threshold(700, 10, 10)
ev.clear(); gc.collect(); 
gc.callbacks.append(lambda p, i: ev.append((p, i['generation'], i['collected'])))
for i in range(2000): x = A(); x.x = x
gc.callbacks.pop(); print(ev)
gc.collect()
# untracking
t = (1, 2, 'a'); print(gc.is_tracked(t)); t = tuple([1, 2]); print(gc.is_tracked(t)); gc.collect(); print(gc.is_tracked(t))
t = ([],); gc.collect(); print(gc.is_tracked(t))
u = (t,); v = ((1,), (2,)); gc.collect(); print(gc.is_tracked(u), gc.is_tracked(v))
def mk(n): return (n, (n, n))
w = mk(1); print(gc.is_tracked(w), gc.is_tracked(w[1])); gc.collect(0); print(gc.is_tracked(w), gc.is_tracked(w[1])); gc.collect(0); print(gc.is_tracked(w))
d = {}; d[1] = 2; print(gc.is_tracked(d)); d[2] = 'x'; d[3] = (1, 2); print(gc.is_tracked(d)); d[4] = [1]; print(gc.is_tracked(d)); d[4] = 1; gc.collect(0); print(gc.is_tracked(d)); gc.collect(); print(gc.is_tracked(d))
a = A(); print(gc.is_tracked(vars(a))); a.x = 1; print(gc.is_tracked(vars(a))); a.y = a; print(gc.is_tracked(vars(a))); b = A(); b.x = 1; b.y = 2; print(gc.is_tracked(b.__dict__))
print(gc.is_tracked(dict.fromkeys([1, 2])), gc.is_tracked({i: i for i in range(3)}), gc.is_tracked({i: [] for i in range(3)}), gc.is_tracked(dict(a=1)), gc.is_tracked(dict(a=[])), gc.is_tracked(globals()), gc.is_tracked({**{'a': 1}}), gc.is_tracked({'a': 1} | {'b': []}))
# referrers/referents
x = []; y = [x]; z = {'x': x}; t = (x,); s = A(); s.x = x
rs = gc.get_referrers(x); print(len(rs), [any(r is o for r in rs) for o in (y, z, t, s, vars(s), globals())]); del rs
print(gc.get_referents(y, z, t)); print(gc.get_referents(s) == [x, A] or [type(q).__name__ for q in gc.get_referents(s)])
def f():
    loc = x
    return [type(r).__name__ for r in gc.get_referrers(x)]
print(f())
def gen(): loc = x; yield
g = gen(); next(g); print([type(r).__name__ for r in gc.get_referrers(x)]); 
def clos():
    return x, (lambda: c2)
c2 = x; k = lambda v=x: v; print(len(gc.get_referrers(x)), [type(q).__name__ for q in gc.get_referents(k)])
print([type(q).__name__ for q in gc.get_referents(A)], [type(q).__name__ for q in gc.get_referents(g)], [type(q).__name__ for q in gc.get_referents(iter(y))], [type(q).__name__ for q in gc.get_referents(ValueError(1, x))], [type(q).__name__ for q in gc.get_referents(y.append)], [type(q).__name__ for q in gc.get_referents(map(print, y))], gc.get_referents(5, 'a', None))
del x, y, z, t, s, g, k, c2
print(gc.collect() >= 0, gc.garbage)
gc.freeze(); n = gc.get_freeze_count(); print(n > 0); q = []; q.append(q); del q; print(gc.collect()); gc.unfreeze(); print(gc.get_freeze_count(), gc.collect())
