# methods and operators that bytes and bytearray share
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


texts = [b"", b"a", b"abcabc", b" a b\t\nc ", b"Hello World", b"a,b,,c", b"one\ntwo\r\nthree\rfour\x0bfive\x1c", b"\xff\xfe\x80", b"-42", b"x\ty", b"HELLO", b"123", b"Ab1 Cd2"]
for make in (bytes, bytearray):
    for raw in texts:
        t = make(raw)
        print([t.lower(), t.upper(), t.title(), t.capitalize(), t.swapcase(), t.strip(), t.lstrip(b" a"), t.rstrip(b"c "), t.zfill(8), t.center(9), t.center(10, b"*"), t.ljust(5, bytearray(b".")), t.rjust(5)])
        print([t.split(), t.rsplit(None, 1), t.split(b","), t.rsplit(b",", 1), t.splitlines(), t.splitlines(True), t.partition(b","), t.rpartition(b","), t.expandtabs(4)])
        print([t.find(b"b"), t.rfind(98), t.count(b"a"), t.count(97), t.find(b""), t.startswith(b"a"), t.endswith((b"c", b"d")), t.replace(b"a", b"XY"), t.replace(b"", b"-", 2), t.removeprefix(b"a"), t.removesuffix(b"c")])
        print([int(x) for x in (t.isalnum(), t.isalpha(), t.isascii(), t.isdigit(), t.islower(), t.isspace(), t.istitle(), t.isupper())])
        print([t * 2, t + b"x", b"x" + t, t[::-1], t[1:3], t[::2], list(t), b"b" in t, 97 in t, t == raw, t < b"b", t >= b"a", t != "a", len(t)])
        print(t.translate(None), t.translate(None, b"a"), t.translate(bytes.maketrans(b"abc", b"xyz")), t.translate(bytes.maketrans(b"abc", b"xyz"), delete=b"b"))
    t = make(b"abc")
    show(t.find)
    show(t.find, "a")
    show(t.find, 300)
    show(t.find, -1)
    show(t.find, 1.5)
    show(t.index, b"x")
    show(t.rindex, 120)
    show(t.startswith, 1)
    show(t.startswith, ("a",))
    show(t.startswith, "a")
    show(t.strip, "a")
    show(t.strip, 1)
    show(t.split, "a")
    show(t.split, b"")
    show(t.join, [b"x", bytearray(b"y"), b"z"])
    show(t.join, [1])
    show(t.join, ["a"])
    show(t.join, 1)
    show(t.join, [])
    show(t.join, [b"q"])
    show(t.partition, 1)
    show(t.partition, b"")
    show(t.replace, 1, 2)
    show(t.replace, b"a", "b")
    show(t.center, 1, 2)
    show(t.center, 5, b"ab")
    show(t.ljust, 5, "x")
    show(t.translate, 1)
    show(t.translate, b"a")
    show(t.translate, None, 5)
    show(t.maketrans, b"a", b"bc")
    show(t.maketrans, "a", "b")
    show(t.removeprefix, "a")
    show(lambda: t + 1)
    show(lambda: t + "a")
    show(lambda: "a" + t)
    show(lambda: t * 1.5)
    show(lambda: t[9])
    show(lambda: t[-3])
    show(lambda: t["a"])
    show(lambda: t[1 << 70])
    show(lambda: 300 in t)
    show(lambda: "a" in t)
    show(lambda: 1.5 in t)
    show(lambda: t < "a")
    show(lambda: t * (1 << 62))
    print(t == "abc", t == b"abc", t == bytearray(b"abc"), t == [97, 98, 99], bool(t), bool(make()))
    it = iter(t)
    print(it.__length_hint__(), next(it), list(it), list(it), type(it).__name__)
for f in ("%s", "%b", "%a", "%r", "%d", "%5d|", "%x", "%#x", "%c", "%.2f", "%e", "%5s|", "%-5s|", "%.1s", "%%", "%y", "%", "%05d", "%i", "%(a)s"):
    for v in (5, b"xyz", bytearray(b"q"), "text", 1.5, None, b"w", 300, (), (1, 2), {b"a": b"v"}):
        show(lambda: f.encode() % v)
show(lambda: b"%s and %s" % (b"a", b"b"))
show(lambda: b"%(k)s %(n)d" % {b"k": b"v", b"n": 3})
show(lambda: b"%(k)s" % {"k": 1})
show(lambda: bytearray(b"%d-%d") % (1, 2))
show(lambda: b"%*d" % (5, 3))
show(lambda: b"abc" % 1)


class G:
    def __bytes__(self):
        return b"G!"


show(lambda: b"%s %b" % (G(), G()))
