# Methods, operators and errors of set and frozenset.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


a, b, f = {1, 2, 3}, {2, 3, 4}, frozenset([3, 4, 5])
print(a | b, a & b, a - b, a ^ b, a | f, f | a, type(f & a), type(a & f), f - a, f ^ a)
print(a < b, a <= a, a > {1}, a >= {1, 2}, a == {3, 2, 1}, a == frozenset(a), a != b, f == {3, 4, 5}, set() == [])
print(a.union([7], (8,)), a.intersection([1, 2], {2}), a.difference([1], [2]), a.symmetric_difference([1, 9]))
print(a.issubset([1, 2, 3, 4]), a.issuperset("a"), a.isdisjoint([9]), a.isdisjoint({1}), a.copy() is a, f.copy() is f)
print(set("hello"), frozenset("hello"), {*"abc"}, set({"k": 1}), set(range(5)), set(), frozenset(), frozenset([frozenset()]))
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset("abc")), {1} in {frozenset([1])})
c = set(a)
c.add(10)
c.discard(77)
c.remove(10)
c.update([20], {30: 0}, "x")
c.intersection_update([1, 2, 20, 30])
c.difference_update([1], {2})
c.symmetric_difference_update([20, 40])
print(c, c.pop() in (30, 40), len(c))
c |= {1}
c &= {1, 2}
c -= {5}
c ^= {1, 9}
print(c)
c.clear()
print(c, len(c), bool(c))
for g in (lambda: {}.fromkeys([[]]), lambda: {[]}, lambda: set([[]]), lambda: a.remove(99), lambda: set().pop(),
          lambda: a | [1], lambda: a < [1], lambda: hash(a), lambda: set(5), lambda: set(1, 2), lambda: set(x=1),
          lambda: frozenset(x=1), lambda: f.add, lambda: a.add(), lambda: a.add([]), lambda: [] in a, lambda: a.pop(1),
          lambda: a.remove([]), lambda: a.remove({1, 2}), lambda: a.union(5), lambda: a.__iadd__, lambda: a - 1):
    attempt(g)


class S(set):
    pass


class F(frozenset):
    pass


print(S([1]), F([1]), S(), repr(F()), type(S() | S()), type(S().copy()), type(F() & F()), S([1]) == {1}, F(F([2])))
r = S()
r.add(frozenset([1]))
print(r)
x = {1, 2}
it = iter(x)
next(it)
x.add(3)
attempt(lambda: next(it))
attempt(lambda: next(it))
