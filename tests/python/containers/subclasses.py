# Classes that inherit from the built-in containers.
import sys


class L(list):
    def __init__(self, *args, tag=None):
        super().__init__(*args)
        self.tag = tag


class T(tuple):
    def __new__(cls, a, b):
        self = super().__new__(cls, (a, b))
        self.sum = a + b
        return self


class D(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


class Counted(list):
    def __len__(self):
        return 42


a = L([1, 2], tag="t")
print(a, a.tag, a + [3], type(a + [3]), type(a[:]), type(a.copy()), type(a * 2), a == [1, 2], isinstance(a, list))
a.append(3)
a.me = a
print(a, len(a), sorted(a, reverse=True), a.tag)
t = T(1, 2)
print(t, t.sum, t == (1, 2), hash(t) == hash((1, 2)), type(t[:]), type(t + ()), t[0], {t: 1}[(1, 2)])
d = D(a=1)
d["b"] = 1
d.update(c=1)
print(d, type(d.copy()), d | {"z": 1}, type(d | {}), {**d})
c = Counted([1, 2])
print(len(c), bool(c), list(c), c, [*c])
print(sys.getsizeof(L()) > sys.getsizeof([]), list(L([1])), tuple(T(3, 4)), dict(D(x=1)))


class S(set):
    def add(self, x):
        super().add(x + 1)


s = S([1])
s.add(1)
s |= {7}
print(s, s | {9}, type(s | {9}), s - {1})


class Slots(list):
    __slots__ = ("x",)


q = Slots([1])
q.x = q
print(q, q.x is q)
try:
    q.y = 1
except AttributeError as e:
    print(e)
print(list[int], dict[str, int], tuple[int, ...], set[str], frozenset[int], type(list[int]).__name__)
