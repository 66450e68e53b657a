# sys.getsizeof while things grow and shrink.
import sys

size = sys.getsizeof


def trail(title, values):
    out = []
    for v in values:
        s = size(v)
        if not out or out[-1] != s:
            out.append(s)
    print(title, out)


def appending():
    l = []
    for i in range(100):
        yield l
        l.append(i)


def popping():
    l = list(range(100))
    while l:
        yield l
        l.pop()


def inserting():
    l = []
    for i in range(40):
        l.insert(0, i)
        yield l


def dict_growing():
    d = {}
    for i in range(200):
        yield d
        d[i] = i


def dict_shrinking():
    d = {i: i for i in range(50)}
    for i in range(50):
        del d[i]
        yield d
    d.clear()
    yield d
    d[1] = 1
    yield d


def set_growing():
    s = set()
    for i in range(200):
        yield s
        s.add(i)


def set_shrinking():
    s = set(range(100))
    while s:
        yield s
        s.pop()
    s.add(1)
    yield s
    s.clear()
    yield s


trail("append", appending())
trail("pop", popping())
trail("insert", inserting())
trail("dict", dict_growing())
trail("dict del", dict_shrinking())
trail("set", set_growing())
trail("set pop", set_shrinking())
trail("str dict", ({str(k): 0 for k in range(n)} for n in range(30)))
print("literal lists", [size([0] * n) for n in range(10)], size([1, 2, 3]), size(list((1, 2, 3))), size([*range(5)]))
print("comprehension", [size([i for i in range(n)]) for n in range(20)])
print("list of", [size(list(range(n))) for n in range(20)], size(list("hello")), size(list({1, 2})))
print("slices", size([1, 2, 3, 4][1:3]), size([1] + [2]), size([1, 2] * 3))
print("tuples", [size((0,) * n) for n in range(6)])
print("ints", [size(n) for n in (0, 1, 2**30 - 1, 2**30, 2**60 - 1, 2**60, -1, 10**100, True)])
print("str", [size(s) for s in ("", "a", "é", "€", "\U0001f600", "abc", "aé", "a€")])
print("bytes", size(b""), size(b"abc"), size(bytearray()), size(bytearray(b"abc")))
print("others", size(None), size(1.5), size(1j), size(range(3)), size(slice(1)), size(object()), size(len), size(int))


class A:
    pass


class S:
    __slots__ = "a", "b"


class E:
    __slots__ = ()


a = A()
print("instance", size(a), size(S()), size(E()))
for n in range(12):
    setattr(a, f"a{n}", n)
print("dict of it", size(a.__dict__), size(vars(A())), size(a))


def f(x, y=1):
    z = x
    return z


def g():
    yield 1


print("functions", size(f), size(lambda: 0), size(g()), size(f.__code__) > 100, size(a.__init__), size(iter([])))
d = dict.fromkeys(range(10))
print("copies", size(d.copy()), size(dict(d)), size({**d}), size(d | {}), size(d.keys()), size(d.items()))
d = {i: i for i in range(100)}
for i in range(95):
    del d[i]
print("sparse", size(d), size(d.copy()), size(dict(d)))
l = [1, 2, 3]
l += [4]
print("+=", size(l))
l.extend(range(3))
print("extend", size(l))
l[2:2] = [0, 0]
print("slice in", size(l))
del l[3:]
print("slice out", size(l))
l.sort()
l.clear()
print("clear", size(l))
fs = frozenset(range(10))
print("frozenset", size(fs), size(frozenset()), size(fs | {1}), size(set(fs)), size({1, 2, 3}))
