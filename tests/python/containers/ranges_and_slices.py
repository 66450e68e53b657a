# range and slice.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


big = 10 ** 30
for r in (range(0), range(5), range(2, 9, 3), range(9, 2, -3), range(5, 5), range(big, big + 5, 2),
          range(big, -big, -big), range(-3), range(2 ** 63 - 3, 2 ** 63), range(-2 ** 63, -2 ** 63 + 3)):
    print(r, len(list(r)), list(r), list(reversed(r)), bool(r), r.start, r.stop, r.step, type(iter(r)).__name__)
    print(r[:2], r[::-1], r[1:100:2], r[-1:], [x in r for x in (0, 3, 5, big, 2.0, "a")], hash(r) == hash(r[:]))
    print(r == range(0), r == r[:], r.count(3), r.count(3.0))
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(3) != range(4))
print(hash(range(0)) == hash(range(2, 2)), hash(range(3)), hash(range(1, 2, 9)) == hash(range(1, 2)), range(10).index(4), range(10).index(4.0), range(10)[-1])
for f in (lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range("a"),
          lambda: range(3)[3], lambda: range(3)["a"], lambda: range(3).index(7), lambda: range(3).index("a"),
          lambda: len(range(big)), lambda: range(x=1), lambda: range(3) < range(4), lambda: range(3) + range(2),
          lambda: setattr(range(3), "start", 1), lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: hash(slice(1)),
          lambda: slice(1).indices(-1), lambda: slice(1, 2, 0).indices(3), lambda: slice("a").indices(3)):
    attempt(f)
it = iter(range(3))
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
print(slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice(1) == slice(1), slice(1) < slice(2), slice("a", []))
for s in (slice(None), slice(None, None, -1), slice(2, -1), slice(-100, 100, 3), slice(5, 1, -2), slice(big, -big, -1)):
    print(s.indices(7), s.indices(0), s.indices(big), s.start, s.stop, s.step)
