# Which equal values are one object.
import sys


def fresh(v):
    """The same value made at run time."""
    if isinstance(v, int):
        return int(str(v))
    if isinstance(v, str):
        return "".join(list(v))
    if isinstance(v, tuple):
        return tuple(list(v))
    if isinstance(v, bytes):
        return bytes(list(v))
    if isinstance(v, float):
        return float(repr(v))
    return type(v)(v)


print("ints", [n for n in range(-10, 300) if fresh(n) is fresh(n)] == list(range(-5, 257)))
for value in (-6, -5, 0, 256, 257, 10**20, 1):
    print(value, fresh(value) is fresh(value), value + 0 is value, value * 1 is value, -(-value) is value)
for value in ("", "a", "z", "é", "ÿ", "Ā", "ab", "a b", "hello", "1", "x" * 100):
    print(repr(value[:12]), fresh(value) is fresh(value), value[:] is value, (value + "")is value, str(value) is value,
          sys.intern(fresh(value)) is sys.intern(fresh(value)))
for value in ((), (1,), (1, 2)):
    print(value, fresh(value) is fresh(value), value[:] is value, value + () is value, tuple(value) is value, value * 1 is value)
for value in (b"", b"a", b"ab"):
    print(value, fresh(value) is fresh(value), value[:] is value, bytes(value) is value, value + b"" is value)
print("frozenset", frozenset() is frozenset(), frozenset([1]) is frozenset([1]), frozenset([]) is frozenset())
print("float", fresh(1.5) is fresh(1.5), float(1.5) is float(1.5))
a, b = 1000, 1000
print("one code", a is b, 1.5 is 1.5, "a b" is "a b", (1, 2) is (1, 2))


def f():
    return 1000, "not an identifier!", (3, 4), 2.5


def g():
    return 1000, "not an identifier!", (3, 4), 2.5


print("two codes", [x is y for x, y in zip(f(), g())], [x is y for x, y in zip(f(), f())])


def h():
    return "identifier", 5, ()


def i():
    return "identifier", 5, ()


print("interned", [x is y for x, y in zip(h(), i())])
print("folded", "a" + "b" is "ab", "a" * 3 is "aaa", 2 * 500 is 1000, (1,) + (2,) is (1, 2), -1 is -1)
print("names", "".join(["fo", "o"]) is "foo", sys.intern("".join(["fo", "o"])) is "foo")
print("attribute names", list(type("T", (), {"attr": 1}).__dict__)[0] is "attr")
print("keys", [k is "key" for k in {"key": 1}], [k is "kw" for k in (lambda **k: k)(kw=1)])
print("chars", "hello"[1] is "jelly"[1], "hello"[1:2] is "e", list("aa")[0] is list("aa")[1], chr(97) is "a", chr(300) is chr(300))
print("bytes item", b"abc"[0] is 97, b"abc"[:1] is b"a")
print("split", "a b".split()[0] is "a", "ab cd".split()[0] is "ab cd".split()[0])
print("None", None is None, print is print, [] is [], {} is {}, (lambda: 0)() is 0)
print("len", len("x" * 256) is len("y" * 256), len("x" * 257) is len("y" * 257), sum([128, 128]) is 256, 255 + 1 is 256)
print("range", list(range(3))[1] is 1, list(range(1000, 1001))[0] is 1000)
print("bool", (1 == 1) is True, bool("x") is True, not 0 is True)
print("type", type(1) is int, type(type) is type, (1).__class__ is int)
print("str of", str(5) is "5", str(12) is "12", repr("a") is repr("a"), "%s" % "abc" is "abc", f"{'abc'}" is "abc")
print("lower", "abc".lower() is "abc", "abc".strip() is "abc", "abc".replace("x", "y") is "abc", "abc".strip("x")is "abc")
print("int of", int(5) is 5, int(1000) is int(1000), int("7") is 7, round(7.0) is 7, divmod(7, 2)[0] is 3, 7 // 1 is 7)
x = 257
y = 257
print("same code, two lines", x is y, x is 257)
exec("z = 257")
print("another code", x is z)
