# sort and sorted: keys, reverse, stability, types.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


words = "the quick brown Fox jumps over The lazy dog and runs".split()
print(sorted(words), sorted(words, key=len), sorted(words, key=str.lower, reverse=True), sorted(words, reverse=True))
pairs = [(i % 3, i) for i in range(20)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True), sorted(pairs, reverse=True))
print(sorted([3, 1.5, True, 2]), sorted([2.5, -1.0, float("inf"), 0.0]), sorted("b\u00e9a\u20acz\U0001f600"), sorted([[2], [1, 2], []]))
print(sorted([10 ** 30, -10 ** 30, 5, 2 ** 64, 2 ** 62, -2 ** 62]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([(), (1,)]))
print(sorted([(2.0, 1), (1.0, "x")]), sorted({3: 1, 1: 2}), sorted({5, 1}), sorted(range(5, 0, -1)), sorted([]), sorted("a"))
for f in (lambda: sorted([1, "a"]), lambda: [1, None].sort(), lambda: sorted(5), lambda: sorted([1], 2),
          lambda: [].sort(1), lambda: [].sort(foo=1), lambda: [1, 2].sort(reverse="x"), lambda: sorted([(1, 2), (1, "a")]),
          lambda: [2, 1].sort(key=5), lambda: sorted([1j, 2j]), lambda: sorted()):
    attempt(f)
a = list(range(50)) + list(range(20))
a.sort(key=lambda x: -x // 7)
print(a)
a = [5, 3, 4]
print(a.sort(), a, a.sort(reverse=1), a, a.sort(key=None, reverse=False), a)


class OnlyGreater:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        print(">", self.n, other.n)
        return self.n > other.n

    def __repr__(self):
        return str(self.n)


class Neither:
    def __lt__(self, other):
        print("asked")
        return NotImplemented


print(sorted([OnlyGreater(3), OnlyGreater(1), OnlyGreater(2)]))
attempt(lambda: sorted([Neither(), Neither()]))
seen = []
print(sorted([3, 1, 2], key=lambda x: seen.append(x) or -x), seen)
a = [3, 1, 2]
print(min(a), max(a), min(a, key=lambda x: -x), max("abc", "abd"))
