# Methods, operators and errors of dict, and its views.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


d = {"a": 1, "b": 2}
print(dict(), dict(a=1), dict([("x", 1), ["y", 2]], z=3), dict({"p": 1}), dict(zip("ab", [1, 2])), {**d, "c": 3})
print(d.get("a"), d.get("q"), d.get("q", 5), d.setdefault("c"), d.setdefault("a", 9), d.pop("c"), d.pop("c", 0), d)
print(d | {"b": 3}, {"b": 3} | d, d == {"b": 2, "a": 1}, d != {}, "a" in d, 1 in d, len(d), list(d), list(reversed(d)))
d |= [("z", 26)]
d.update(y=25)
d.update({"x": 24})
d.update([("w", 23)])
print(d, d.popitem(), d.copy() == d, dict.fromkeys("abc"), dict.fromkeys([1, 1, 2], 0), dict.fromkeys({3, 4}, "v"))
for f in (lambda: d["none"], lambda: d[[]], lambda: {}.popitem(), lambda: d.pop("none"), lambda: dict(5),
          lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(1, 2), lambda: d | 5, lambda: d.update(1, 2),
          lambda: d.update(5), lambda: d.get(), lambda: d < d, lambda: hash(d), lambda: d.pop(),
          lambda: d.setdefault([]), lambda: {[]: 1}, lambda: d[(1, [])], lambda: d.fromkeys(5), lambda: d[1, 2],
          lambda: dict(["ab", "cd"]), lambda: dict(["abc"]), lambda: {}.__getitem__(1)):
    attempt(f)
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, ("a", 1) in i, ("a", 2) in i, 1 in v, k == {"a", "b", "z", "y", "x"})
print(sorted(k & {"a", "q"}), sorted(k | {"q"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k.isdisjoint("qr"))
print(sorted(i & {("a", 1)}), sorted(i - {("a", 1)}), sorted({"a": 1, "b": 5}.items() ^ {"a": 1, "b": 6}.items()))
print(k < set(k) | {1}, k <= k, k > {"a"}, k >= d.keys(), i == d.items(), v == d.values(), k != [], {1} | {2: 3}.keys())
print(list(reversed(k)), list(reversed(v)), list(reversed(i)), k.mapping, type(k.mapping))
attempt(lambda: k < 5)
attempt(lambda: hash(k))
attempt(lambda: k & 5)
attempt(lambda: k.mapping.__setitem__)
m = k.mapping
print(m["a"], m.get("q"), m.get("q", 7), len(m), "a" in m, m == d, m | {"n": 0}, list(m), m.copy() == d, str(m) == str(d))
r = {}
r["self"] = r
r["views"] = r.values()
print(r)


class Missing(dict):
    def __missing__(self, key):
        return "no " + key


x = Missing(a=1)
print(x["a"], x["b"], x.get("b"), x, type(x.copy()), type(x | {}), Missing.fromkeys("a"))


class Mapping:
    def keys(self):
        return iter(["p", "q"])

    def __getitem__(self, key):
        return key * 2


print(dict(Mapping()), {**Mapping()})
for f in (lambda: (lambda **kw: kw)(**{"a": 1}, **{"a": 2}), lambda: (lambda **kw: kw)(**5)):
    attempt(f)
