# Which equal values are one object.
import sys


def same(a, b):
    return a is b


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
    print(value, fresh(value) is fresh(value), same(value + 0, value), same(value * 1, value), same(-(-value), value))
for value in ("", "a", "z", "é", "ÿ", "Ā", "ab", "a b", "hello", "1", "x" * 100):
    print(repr(value[:12]), fresh(value) is fresh(value), value[:] is value, same((value + ""), value), str(value) is value,
          sys.intern(fresh(value)) is sys.intern(fresh(value)))
for value in ((), (1,), (1, 2)):
    print(value, fresh(value) is fresh(value), value[:] is value, same(value + (), value), tuple(value) is value, same(value * 1, value))
for value in (b"", b"a", b"ab"):
    print(value, fresh(value) is fresh(value), value[:] is value, bytes(value) is value, same(value + b"", value))
print("frozenset", frozenset() is frozenset(), frozenset([1]) is frozenset([1]), frozenset([]) is frozenset())
print("float", fresh(1.5) is fresh(1.5), float(1.5) is float(1.5))
a, b = 1000, 1000
print("one code", a is b, same(1.5, 1.5), same("a b", "a b"), same((1, 2), (1, 2)))


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
print("folded", same("a" + "b", "ab"), same("a" * 3, "aaa"), same(2 * 500, 1000), same((1,) + (2,), (1, 2)), same(-1, -1))
print("names", same("".join(["fo", "o"]), "foo"), same(sys.intern("".join(["fo", "o"])), "foo"))
print("attribute names", same(list(type("T", (), {"attr": 1}).__dict__)[0], "attr"))
print("keys", [same(k, "key") for k in {"key": 1}], [same(k, "kw") for k in (lambda **k: k)(kw=1)])
print("chars", same("hello"[1], "jelly"[1]), same("hello"[1:2], "e"), list("aa")[0] is list("aa")[1], same(chr(97), "a"), chr(300) is chr(300))
print("bytes item", same(b"abc"[0], 97), same(b"abc"[:1], b"a"))
print("split", same("a b".split()[0], "a"), "ab cd".split()[0] is "ab cd".split()[0])
print("None", same(None, None), print is print, same([], []), same({}, {}), same((lambda: 0)(), 0))
print("len", len("x" * 256) is len("y" * 256), len("x" * 257) is len("y" * 257), same(sum([128, 128]), 256), same(255 + 1, 256))
print("range", same(list(range(3))[1], 1), same(list(range(1000, 1001))[0], 1000))
print("bool", (1 == 1) is True, bool("x") is True, not same(0, True))
print("type", type(1) is int, type(type) is type, (1).__class__ is int)
print("str of", same(str(5), "5"), same(str(12), "12"), repr("a") is repr("a"), same("%s" % "abc", "abc"), same(f"{'abc'}", "abc"))
print("lower", same("abc".lower(), "abc"), same("abc".strip(), "abc"), same("abc".replace("x", "y"), "abc"), same("abc".strip("x"), "abc"))
print("int of", same(int(5), 5), int(1000) is int(1000), same(int("7"), 7), same(round(7.0), 7), same(divmod(7, 2)[0], 3), same(7 // 1, 7))
x = 257
y = 257
print("same code, two lines", x is y, same(x, 257))
exec("z = 257")
print("another code", x is z)
