# enumerate, reversed, zip, map, filter, iter: what they give, when they stop, how they fail.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate(iterable=[7], start=2 ** 63 - 1)))
print(list(enumerate("abc", 2 ** 63 - 2)), list(enumerate("ab", -1)), list(enumerate("ab", 10 ** 20)))
print(list(zip()), list(zip("abc", [1, 2])), list(zip("ab", [1, 2], (3, 4), strict=True)), list(zip("a")))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, "ab", "cd", "ef")))
print(list(filter(None, [0, 1, "", "x", [], [0]])), list(filter(bool, [0, 1])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed({1: 2, 3: 4})), list(reversed(range(3))))
for f in (lambda: enumerate(), lambda: enumerate(5), lambda: enumerate([], "x"), lambda: enumerate([], 1, 2),
          lambda: reversed({1}), lambda: reversed(5), lambda: reversed(), lambda: zip(5), lambda: zip([], x=1),
          lambda: list(zip("ab", "c", strict=True)), lambda: list(zip("a", "bc", strict=True)),
          lambda: list(zip("a", "b", "cd", strict=True)), lambda: list(zip("ab", "cd", "e", strict=True)),
          lambda: map(), lambda: map(str), lambda: map(str, 5), lambda: list(map(len, [5])), lambda: filter(None),
          lambda: filter(None, 5), lambda: list(filter(len, [5])), lambda: iter(5), lambda: iter(5, 5),
          lambda: next(iter([])), lambda: next(iter([]), "end"), lambda: type(iter([]))()):
    attempt(f)


class Sequence:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i


s = Sequence(4)
it = iter(s)
print(list(it), list(it), list(reversed(s)), 9 in s, 5 in s, type(it).__name__, list(enumerate(s)))
values = [1, 2, 3, 0, 4]
it = iter(lambda: values.pop(0), 0)
print(list(it), values, list(it), type(it).__name__)
a = [1, 2, 3]
it = iter(a)
next(it)
a.append(4)
print(list(it))
a.append(5)
print(list(it), it.__length_hint__())
it = reversed(a)
next(it)
del a[2:]
print(list(it), a)
pairs = zip([1, 2, 3], "abc")
kept = next(pairs)
print(kept, next(pairs), kept)
ids = set()
for pair in enumerate("abcd"):
    ids.add(id(pair))
print(len(ids) <= 2)
for f in (lambda d: [d.pop(k) for k in d], lambda d: [d.setdefault(k + 10) for k in d],
          lambda d: [d.clear() for k in d.items()], lambda d: [(d.pop(k), d.setdefault(k + 1, 0)) for k in d]):
    attempt(lambda: f({1: 1, 2: 2, 3: 3}))
