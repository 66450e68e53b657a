def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
class Seq:
    def __init__(s, n): s.n = n
    def __getitem__(s, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step, i.indices(s.n))
        if i >= s.n: raise IndexError(i)
        return i * 10
    def __len__(s): return s.n
q = Seq(4); print(list(q), 20 in q, q[1:2], q[::2], q[:], q[-1:], list(reversed(q)), max(q), sum(q), tuple(q), [*q], list(map(str, q)), list(zip(q, q)), list(enumerate(q)), sorted(q, reverse=True)); a, b, *c = q; print(a, b, c); t(lambda: q.index(3)); it = iter(Seq(3)); next(it); print(it.__length_hint__(), list(it), list(it))
class D:
    def __init__(s): s.d = {}
    def __setitem__(s, k, v): s.d[str(k)] = v; print("set", k, v)
    def __getitem__(s, k): return s.d[k]
    def __delitem__(s, k): print("del", k)
    def __contains__(s, k): return k in s.d
    def __iter__(s): return iter(s.d)
    def keys(s): return s.d.keys()
    def __len__(s): return len(s.d)
d = D(); d["a"] = 1; d[1, 2] = 3; d[1:2, ::3] = 4; d[...] = 5; del d["a"], d[1:]; d["n"] = d["m"] = 9; d["n"] += 1; print(dict(d), {**d}, "a" in d, list(d), len(d)); print((lambda **k: k)(**d))
class It:
    def __init__(s, n): s.i, s.n = 0, n
    def __iter__(s): return s
    def __next__(s):
        s.i += 1
        if s.i > s.n: raise StopIteration
        return s.i
i = It(3); print(list(i), list(i)); print([*It(2), *It(3)], sum(It(4)), dict(zip(It(2), "ab")), 3 in It(5), max(It(3)), "".join(map(str, It(3))), list(filter(lambda x: x % 2, It(5))), tuple(It(2)), set(It(2)), all(It(2)), sorted(It(3), key=lambda x: -x), list(enumerate(It(2), 1)))
class BadIt:
    def __iter__(s): return 5
class BadIt2:
    def __iter__(s): return s
class BadIt3:
    __iter__ = None
class BadIt4:
    def __iter__(s): raise ValueError("iter")
    def __len__(s): raise ValueError("len")
for b in (BadIt, BadIt2, BadIt3, BadIt4): t(list, b()); t(lambda: 1 in b()); t(lambda: [x for x in b()]); t(len, b())
class F:
    def __format__(s, spec): return f"<{spec}>"
print(f"{F()}", f"{F():abc}", "{:x y}".format(F()), format(F(), "q"), f"{F()!s:>3}"[:2], "{0:{1}}".format(F(), "w"))
class Cmp:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return isinstance(o, Cmp) and s.v == o.v
    def __lt__(s, o): return s.v < o.v if isinstance(o, Cmp) else NotImplemented
    def __le__(s, o): return s.v <= o.v
    def __repr__(s): return f"C{s.v}"
l = [Cmp(3), Cmp(1), Cmp(2)]; print(sorted(l), min(l), max(l), l.index(Cmp(1)), Cmp(1) in l, l.count(Cmp(2)), Cmp(1) != Cmp(2), Cmp(2) > Cmp(1), Cmp(2) >= Cmp(1)); t(lambda: Cmp(1) < 3); t(lambda: 3 < Cmp(1)); t(lambda: sorted([Cmp(1), 3])); t(hash, Cmp(1)); l.sort(key=lambda c: -c.v); print(l); l.remove(Cmp(3)); print(l)
