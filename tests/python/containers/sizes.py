# sys.getsizeof of containers, however they were made.
import sys

g = sys.getsizeof
print([g(x) for x in ([], (), {}, set(), frozenset(), range(3), slice(1), iter([]), iter(()), iter({}), iter(set()))])
print([g(x) for x in (iter(range(3)), iter(range(2 ** 70)), enumerate([]), reversed([]), reversed(()), zip(), zip([], []))])
print([g(x) for x in (map(str, []), filter(None, []), {}.keys(), {}.values(), {}.items(), iter({}.items()), iter(int, 1))])
for n in range(40):
    l = [None] * n
    c = [x for x in range(n)]
    e = []
    e.extend(range(n))
    p = [0]
    p.extend(l)
    q = [0]
    q += (x for x in l)
    z = list(l)
    z.pop() if z else 0
    t = tuple(l)
    print(n, g(l), g(list(l)), g(list(range(n))), g(c), g(e), g(p), g(q), g(z), g(l[1:]), g(l + l), g([*l]), g([*l, 1]),
          g(t), g(t + t), g(list(t)), g([*range(n)]), g(list(x for x in l)), g(sorted(range(n))), g(l.copy()))
    d = {i: i for i in range(n)}
    s = {str(i): i for i in range(n)}
    o = dict(s)
    o.update(d)
    m = dict(s)
    m.pop("0", None)
    print(n, g(d), g(s), g(dict(d)), g(d.copy()), g(o), g(d | s), g({**s}), g({**s, **d}), g(dict.fromkeys(range(n))),
          g(dict.fromkeys(d)), g(dict.fromkeys(set(d))), g(m), g(dict(m)), g(dict(list(s.items()))), g(m | m))
    k = set(range(n))
    f = frozenset(k)
    h = set(k)
    h.discard(0)
    print(n, g(k), g(set(d)), g(f), g(set(f)), g(k | {-1}), g(k & {1, 2}), g(k - {1}), g(h), g(h.copy()), g({x for x in k}))
a = [1, 2, 3]
print(g(a), g([1, 2, 3, 4, 5]), g({1: 1, 2: 2}), g({"a": 1}), g({1, 2, 3}), g((1, 2)))
a.clear()
print(g(a))
a.append(1)
print(g(a))
a.pop()
print(g(a))
a.extend((1, 2, 3))
print(g(a))
del a[:]
print(g(a))
a[:] = range(5)
print(g(a))
a *= 7
print(g(a))
del a[3:]
print(g(a))
