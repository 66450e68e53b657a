# sys.getsizeof of everything, at every moment of growing and shrinking.
import sys
from sys import getsizeof as size


def sizes(title, values):
    print(title, [size(v) for v in values])


# numbers, text, bytes
sizes("int", [0, 1, -1, 2**15, 2**30 - 1, 2**30, 2**31, 2**60 - 1, 2**60, 2**62, 2**63, 2**64, 2**90, 2**120, 10**100, -10**100])
sizes("int results", [2**30 * 2**30, 2**64 // 3, 2**64 - 2**64, (2**64) >> 40, 10**40 % 7, -(2**60), ~(2**90), abs(-2**60)])
sizes("float", [0.0, 1e300, float("nan")])
sizes("complex", [1j, 2 + 3j])
sizes("bool", [True, False, None, ..., NotImplemented])
sizes("str", ["", "a", "abc", "a" * 100, "\xe9", "a\xe9", "\xe9" * 10, "\u0101", "\u0101" * 7, "a\u0101", "\U0001f600", "\U0001f600x", "x" * 1000])
sizes("str results", ["a".upper(), "ß".upper(), "abc"[1:], "a\u0101"[:1], ("a" * 3 + "\xe9")[:3], "%s" % "x", f"{1}{2}", "a,b".split(",")[0], str(12345), repr("é"), chr(200), chr(300), chr(70000)])
s = ""
row = []
for i in range(40):
    s += chr(97 + i % 26)
    row.append(size(s))
print(row)
sizes("bytes", [b"", b"a", b"abc", bytes(100), b"x" * 33])
b = bytearray()
row = [size(b)]
for i in range(60):
    b.append(i)
    row.append(size(b))
for i in range(59):
    b.pop()
    row.append(size(b))
print("bytearray", row)
sizes("bytearray made", [bytearray(), bytearray(3), bytearray(b"abc"), bytearray(range(20)), bytearray(b"abc") * 5, bytearray(b"abc") + b"xyz"])

# lists
grown = []
row = [size(grown)]
for i in range(100):
    grown.append(i)
    row.append(size(grown))
print("append", row)
row = []
for i in range(100):
    grown.pop()
    row.append(size(grown))
print("pop", row)
row = []
for i in range(50):
    grown.insert(0, i)
    row.append(size(grown))
while grown:
    del grown[0]
    row.append(size(grown))
print("insert", row)
row = []
for n in range(0, 40, 3):
    grown.extend(range(n))
    row.append(size(grown))
    grown.extend([0] * n)
    row.append(size(grown))
    grown.extend(x for x in range(n))
    row.append(size(grown))
    grown += (1,) * n
    row.append(size(grown))
print("extend", row)
row = []
for n in (50, 20, 7, 3, 0):
    del grown[n:]
    row.append(size(grown))
print("del slice", row)
sizes("list made", [[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4, 5], list(), list([]), list((1, 2, 3)), list(range(7)), list("abc"), [x for x in range(10)], [None] * 9, [1, 2] * 3, [1] + [2], [1, 2, 3][:], [1, 2, 3, 4][1:3], [*range(5)], [*[1], *[2]], sorted([3, 1, 2]), sorted(range(9)), list({1: 2}), list({1, 2, 3}), list(x for x in range(5)), list(map(str, range(5))), [1, 2, 3].copy(), "a b c".split(), list(reversed([1, 2, 3])), list(zip("ab", "cd"))])
l = list(range(10))
row = []
for change in (lambda: l.clear(), lambda: l.append(1), lambda: l.extend([1, 2, 3]), lambda: l.__setitem__(slice(1, 2), range(9)), lambda: l.__setitem__(slice(0, 8), []), lambda: l.sort(), lambda: l.reverse(), lambda: l.remove(l[0]), lambda: l.__imul__(4), lambda: l.__iadd__([1]), lambda: l.insert(3, 3)):
    change()
    row.append(size(l))
print("changes", row)

# tuples
sizes("tuple", [(), (1,), (1, 2), (1, 2, 3), tuple(range(10)), tuple([1, 2]), (1,) * 5, (1, 2) + (3,), (1, 2, 3)[1:], tuple("abc"), tuple(x for x in range(3))])

# dicts
d = {}
row = [size(d)]
for i in range(200):
    d[i] = i
    row.append(size(d))
print("dict ints", row)
row = []
for i in range(150):
    del d[i]
    row.append(size(d))
for i in range(60):
    d[-i - 1] = i
    row.append(size(d))
print("dict deletes", row)
d = {}
row = [size(d)]
for i in range(50):
    d["k%d" % i] = i
    row.append(size(d))
print("dict str", row)
row = []
d = {"a": 1}
row.append(size(d))
d[1] = 2
row.append(size(d))
d.clear()
row.append(size(d))
d["x"] = 1
row.append(size(d))
d.popitem()
row.append(size(d))
d.update(a=1, b=2)
row.append(size(d))
d.update({i: i for i in range(20)})
row.append(size(d))
d.setdefault("z", 1)
row.append(size(d))
d.pop("z")
row.append(size(d))
print("dict changes", row)
sizes("dict made", [{}, dict(), {1: 1}, {"a": 1}, dict(a=1), dict(a=1, b=2, c=3, d=4, e=5, f=6), {i: i for i in range(5)}, {i: i for i in range(6)}, {i: i for i in range(11)}, {str(i): i for i in range(5)}, {str(i): i for i in range(11)}, dict([(1, 2)]), dict(zip("abc", range(3))), {1: 2}.copy(), {str(i): i for i in range(30)}.copy(), {1: 1} | {2: 2}, {**{"a": 1}, "b": 2}, dict.fromkeys("abc"), dict.fromkeys(range(20)), dict({1: 2, 3: 4}), {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}, {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11}])
sizes("views", [{}.keys(), {}.values(), {}.items(), iter({}), iter({}.values()), iter({}.items()), reversed({})])

# sets
s = set()
row = [size(s)]
for i in range(150):
    s.add(i)
    row.append(size(s))
print("set", row)
row = []
for i in range(140):
    s.discard(i)
    row.append(size(s))
for i in range(200, 240):
    s.add(i)
    row.append(size(s))
print("set discards", row)
sizes("set made", [set(), {1}, {1, 2, 3, 4, 5}, set(range(5)), set(range(20)), set("hello"), {1} | {2}, set(range(30)) & {1}, set(range(30)) - {1}, set(range(30)) ^ {1}, {x for x in range(9)}, set(range(100)).copy(), frozenset(), frozenset([1]), frozenset(range(50)), frozenset(set(range(50)))])
s = set(range(1000))
s.clear()
sizes("cleared", [s])
s.update(range(7))
sizes("updated", [s])


# classes and instances
class Plain:
    pass


class Init:
    def __init__(self):
        self.a = 1
        self.b = 2


class Slots:
    __slots__ = ("a", "b")


class NoSlots:
    __slots__ = ()


class SlotsDict(Slots):
    pass


class SlotsMore(Slots):
    __slots__ = ("c", "__dict__")


class Weak:
    __slots__ = ("__weakref__",)


class MyList(list):
    pass


class MyDict(dict):
    __slots__ = ()


class MyInt(int):
    pass


class MyStr(str):
    pass


class MyTuple(tuple):
    __slots__ = ()


class MyFloat(float):
    pass


class MySet(set):
    pass


class MyError(Exception):
    pass


class MySize:
    def __sizeof__(self):
        return 1000


sizes("instances", [Plain(), Init(), Slots(), NoSlots(), SlotsDict(), SlotsMore(), Weak(), MySize(), object()])
sizes("subclasses", [MyList(), MyList([1, 2, 3]), MyDict(), MyDict(a=1), MyInt(5), MyInt(2**70), MyStr("abc"), MyStr("\u0101"), MyTuple((1, 2)), MyFloat(1.5), MySet(), MySet([1]), MyError(), MyError("x")])
row = []
p = Plain()
for i in range(35):
    setattr(p, "a%d" % i, i)
    row.append(size(p))
    if i > 20:
        row.append(size(p.__dict__))
print("attributes", row)
row = []
for n in range(1, 12):
    class Shared:
        def __init__(self, n):
            for i in range(n):
                setattr(self, "x%d" % i, i)
    first, second = Shared(n), Shared(n)
    row.append((size(first), size(first.__dict__), size(second.__dict__), size(first)))
    first.extra = 1
    row.append((size(first.__dict__), size(second.__dict__), size(Shared(n).__dict__)))
    del second.x0
    row.append(size(second.__dict__))
print("shared", row)
i = Init()
sizes("init dict", [i.__dict__, Init().__dict__, vars(MySize()), {**vars(i)}, dict(vars(i)), vars(i).copy()])
sizes("types", [Plain, Init, Slots, NoSlots, SlotsDict, SlotsMore, MyList, MyError, type("T", (), {}), type("T", (), {"a": 1}), type("T", (Plain, Slots), {})])
sizes("builtin types", [int, str, list, dict, tuple, set, float, bool, object, type, Exception, range, bytes, complex, property])
sizes("bound", [i.__init__, [].append, len, print, str.upper, "".upper, Plain.__init__, object().__repr__, Init.__init__, int.__add__, (1).__add__])


# functions and code
def empty():
    pass


def arguments(a, b=1, *args, c, d=2, **names):
    """Has a docstring."""
    x = a + b
    y = [x for x in args]
    return x, y, c, d, names


def outer():
    v = 1

    def inner():
        return v
    return inner


def generate(a, b):
    x = yield a
    yield b
    for i in range(3):
        yield i, x


async def coroutine():
    pass


sizes("functions", [empty, arguments, outer(), lambda: 1, lambda x, y: x + y])
sizes("code", [f.__code__ for f in (empty, arguments, outer, outer(), generate, lambda: 1, coroutine, Init.__init__)])
sizes("closure", [outer().__closure__, outer().__closure__[0], arguments.__defaults__, arguments.__kwdefaults__])
g = generate(1, 2)
sizes("generators", [g, generate(1, 2), (x for x in []), (x + y for x in [] for y in [])])
next(g)
sizes("begun", [g])
c = coroutine()
sizes("coroutine", [c])
c.close()


def frame():
    a = b = 1
    return sys._getframe()


sizes("frames", [frame(), sys._getframe()])


# exceptions, iterators, the rest
def caught(function):
    try:
        function()
    except Exception as error:
        return error


errors = [caught(f) for f in (lambda: 1 / 0, lambda: [][1], lambda: {}[1], lambda: undefined, lambda: None.x, lambda: int("x"), lambda: open("/nowhere"), lambda: next(iter([])), lambda: "".encode("x"), lambda: b"\xff".decode())]
sizes("exceptions", errors + [Exception(), ValueError(1, 2), KeyError("x"), StopIteration(3), SystemExit(1), OSError(1, "x"), SyntaxError("x"), ImportError("x"), UnicodeDecodeError("utf-8", b"x", 0, 1, "r"), ExceptionGroup("g", [ValueError()]), AttributeError("x"), NameError("x"), KeyboardInterrupt(), GeneratorExit(), MemoryError(), RecursionError("x")])
sizes("tracebacks", [errors[0].__traceback__, errors[0].args])
sizes("iterators", [iter([]), iter(()), iter(""), iter("é"), iter(b""), iter(range(3)), iter(range(2**70)), iter(set()), iter(bytearray()), reversed([]), reversed(range(3)), enumerate([]), zip(), zip([], []), map(abs, []), filter(None, []), iter(int, 1)])
sizes("ranges", [range(0), range(10), range(2**70), slice(1), slice(1, 2, 3)])
sizes("descriptors", [property(), Slots.a, Plain.__dict__["__dict__"], classmethod(empty), staticmethod(empty), super(Init, i), int.__dict__["real"], str.__dict__["upper"], dict.__dict__["fromkeys"]])
sizes("modules", [sys, type(sys)("m")])
sizes("aliases", [list[int], int | str, type(None), type(...)])
sizes("strings of modules", [Plain.__name__, Plain.__module__, empty.__name__, __name__])
sizes("mapping proxies", [Plain.__dict__, int.__dict__])
