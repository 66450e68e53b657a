# str(): construction, sharing, sizes, subclasses
import sys


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


show(str)
show(str, 12)
show(str, b"abc", "ascii")
show(str, b"\xc3\xa4", "utf-8")
show(str, b"\xc3\xa4", errors="strict")
show(str, bytearray(b"xy"), "latin-1")
show(str, object=5)
show(str, b"abc", "nonsense")
show(str, 1, "utf-8")
show(str, "a", "utf-8")
show(str, 1, 2)
show(str, 1, 2, 3, 4)
show(str, [1, "a"])
show(str, encoding="utf-8")

for text in ["", "a", "ab", "abcdefgh", "\xe9", "ab\xe9", "\u20ac", "ab\u20ac", "\U0001f600", "ab\U0001f600"]:
    print(ascii(text), len(text), sys.getsizeof(text), text.__sizeof__())

# one-character Latin-1 strings and the empty string are shared
s = "abc\xe9"
empty = ""
x = "x"
other = "xay\xe9\u20ac"
print(s[0] is other[1], s[3] is other[3], "".join([]) is empty, s[2:2] is empty, s[:] is s, str(s) is s)
print("".join(["x"]) is x, x * 1 is x, (x * 0) is empty)
form = "%s"
print(chr(97) is s[0], form % "" is empty)


class S(str):
    pass


class T(str):
    __slots__ = ("left", "right")


a = S("hello")
print(a, repr(a), type(a), type(a + "x"), type(a[:]), type(a.strip()), type(str(a)), a == "hello", hash(a) == hash("hello"))
print(a.__sizeof__(), sys.getsizeof(S("h\xe9llo")) - sys.getsizeof(S("hello")), S("\u20ac").__sizeof__())
a.note = 5
print(a.note, a.__dict__)
t = T("xyz")
t.left = 1
print(t, t.left, t.__sizeof__(), hasattr(t, "right"))
print({a: 1}["hello"], {"hello": 2}[a], a in {"hello"}, type(a.upper()), type(a.replace("q", "r")))
print(type(a.partition("q")[0]), type(a.partition("l")[0]), type("hello".partition(S("l"))[1]))
print(type("".join([a])), type(S("").join([a])), type(a.format()), type("%s" % a), type(a % ()))


class Named(str):
    def __new__(cls, text, tag):
        self = str.__new__(cls, text)
        self.tag = tag
        return self

    def __str__(self):
        return "<" + self.tag + ">"


n = Named("body", "tag")
print(n, str(n), repr(n), n.tag, len(n), f"{n}", "%s" % n, "{}".format(n), n + "!", isinstance(n, str))
show(str.__new__, int)
show(str.__new__)
print("abc".__getnewargs__(), S("abc").__getnewargs__())
