# bytes and bytearray: construction, sharing, sizes
import sys


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


class B(bytes):
    pass


class A(bytearray):
    pass


class Giver:
    def __bytes__(self):
        return b"given"


class BadGiver:
    def __bytes__(self):
        return "text"


class Ix:
    def __index__(self):
        return 3


class BadIter:
    def __iter__(self):
        raise ValueError("no")


for make in (bytes, bytearray):
    for args in ((), (3,), (0,), (1,), (b"abc",), (bytearray(b"abc"),), ([1, 2, 255],), ((65,),), (range(5),), ("abc", "utf-8"), ("\xe9",), ("\xe9", "ascii"),
                 ("\xe9", "ascii", "replace"), ("\u20ac", "utf-8"), (-1,), (1.5,), (None,), ([256],), ([-1],), (["a"],), ([1.5],), (1, "utf-8"), (b"a", "utf-8"),
                 (Giver(),), (Ix(),), (BadIter(),), ({1: 2},), (1, 2, 3, 4), ("a", 1), (1 << 70,), (object(),), (B(b"xy"),), (A(b"xy"),), (iter([7, 8]),), (True,)):
        show(make, *args)
    show(make, source=b"x")
    show(make, "a", encoding="ascii")
    show(make, encoding="ascii")
    show(make, errors="strict")
    show(make, "a", errors="strict")
    show(make, nonsense=1)
show(bytes, BadGiver())
for n in (0, 1, 2, 7, 100):
    print(sys.getsizeof(bytes(n)), sys.getsizeof(bytearray(n)), sys.getsizeof(B(bytes(n))) - n, bytes(n).__sizeof__())
print(bytes([65]) is b"A"[0:1], b"a"[:0] is bytes(), b"xyz"[1:2] is b"y"[:])
k = b"some bytes"
print(bytes(k) is k, k[:] is k, k + b"" is k, b"" + k is k, k * 1 is k, k.strip() is k, k.replace(b"q", b"r") is k)
b = B(b"sub")
b.note = 1
print(b, type(b), type(b[:]), type(b + b""), b.note, b == b"sub", hash(b) == hash(b"sub"), bytes(b), type(bytes(b)), b.__bytes__())
a = A(b"sub")
a.note = 2
print(a, type(a[:]), a.note, a == b"sub", a == bytearray(b"sub"), b"sub" == a)
print([hash(bytes(range(n))) for n in range(20)], hash(b"abc") == hash("abc"))
show(hash, bytearray(b"x"))
for t in (b"", b"abc", b"it's", b'say "x"', b"both ' \"", b"\\\t\n\r\x00\x1f\x7f\x80\xff"):
    print(repr(t), str(t), bytearray(t), ascii(t), t.hex(), t.hex(":"), t.hex(" ", 2), t.hex("-", -2), t.hex(sep="_", bytes_per_sep=3))
show(b"a".hex, "")
show(b"a".hex, "ab")
show(b"a".hex, 1)
show(b"a".hex, "\u20ac")
show(b"abcd".hex, b":", 1)
show(b"abcd".hex, ":", 0)
for h in ("", "00ff", " 0 1", "01 02", "0g", "0", "zz", "AbCd", "01\t02\n", "\u0661\u0662", "0\u20ac"):
    show(bytes.fromhex, h)
    show(bytearray.fromhex, h)
show(bytes.fromhex, b"00")
show(B.fromhex, "41")
print(type(B.fromhex("41")), type(A.fromhex("41")), B(b"abc").__getnewargs__())
