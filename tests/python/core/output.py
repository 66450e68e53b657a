import sys
print(); print(1, "a", None, sep="-", end="!\n"); print(*[1, 2], sep=""); print("a", end=""); print("b", flush=True); print(sep="x"); print(1, 2, sep=None, end=None)
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
t(print, 1, sep=3); t(print, 1, end=3); t(print, file=3); print("err", file=sys.stderr); print("out", file=sys.stdout); sys.stdout.write("w\n"); t(sys.stdout.write, 3); print("x", file=None)
class W:
    def __init__(s): s.b = []
    def write(s, x): s.b.append(x)
    def flush(s): s.b.append("F")
w = W(); print(1, "b", file=w, flush=True); print(w.b); t(print, 1, file=object())
t(input); t(input, "prompt> "); print(sys.argv[1:], sys.maxsize, sys.version_info[:2], sys.platform, sys.byteorder)
class S:
    def __str__(s): raise ValueError("str")
t(print, S()); t(str, S()); print([S.__name__]); print("é ü ☃ 😀", ascii("é😀"), repr("\x00\n\t\\'\""), 'a"b', repr("a'b"), repr("\ud800")); print(b"\x00a'\"", bytearray(b"x")); print("tab\tx\rcr\x08")
print(1e16, 1e15, 0.1, 1e-5, 123456789.123, -0.0, 1/3, 2.0, 1e22, 1e100, float("nan"), -float("inf"), 5e-324, 1.7976931348623157e308); print(1j, 1+2j, -1j, complex(0, -0.0), complex("nan"), 1e20+0j); print(10**20, -5, True, 0x1f, 0b11, 0o17, 1_000)
for f in ["{:5}|{:<5}|{:>5}|{:^5}|{:*^7}".format("a", 1, "b", 2, "c"), "{0}{1}{0}".format(1, 2), "{a}{b[0]}{c.real}".format(a=1, b=[2], c=3), "{:,}".format(1234567), "{:.3f}".format(3.14159), "{:e}".format(12345.678), "{:%}".format(0.25), "{:x} {:#x} {:b} {:o} {:c}".format(255, 255, 5, 8, 65), "{:+d} {: d} {:05d} {:=+5d}".format(1, 1, 1, 1), "{{}}".format(), "{!r} {!s} {!a}".format("a", "b", "é"), "{:{w}.{p}}".format("abcdef", w=5, p=2), "%5d|%-5d|%05d|%+d|%x|%o|%e|%g|%c|%s|%r|%%" % (1, 2, 3, 4, 255, 8, 1.5, 1e10, "a", "s", "r"), "%.2f %10.3f %-10s|" % (1.234, 5.6789, "x"), "%(a)s %(b)d" % {"a": 1, "b": 2}, "%*d" % (5, 3), f"{1+1} {'a'!r:>5} {3.14159:.2f} {1000000:,} {2**10=} {'x' 'y'} {[i for i in range(3)]} {{}} {5:>{3+2}}", f"{'nested ' + f'{1}'}", f"{1:}", "{:g} {:G} {:n}".format(1e-10, 1e20, 5), "{:_}".format(10**6), "{:08.3f}".format(-3.14159), "{:>10}".format(True), "{}".format(None), "{:10}|".format(1.5), "{:<10}|".format([1].__len__()), "{:s}".format("x")]: print(f)
print("a b  c".split(), "a,b,,c".split(","), "abc".partition("b"), "x=y=z".rpartition("="), "Hello World".swapcase(), "hello world".title(), "HELLO".capitalize(), "a-b".replace("-", "+"), "  x ".strip(), "xxaxx".strip("x"), "abc"[::-1], "abc"[-2:], "abcdef"[1:5:2], "abc".find("z"), "ab" * 3, "b" in "abc", "a".isalpha(), "1".isdigit(), "aB".islower(), " ".isspace(), "abc".index("c"), "a\nb".splitlines(), "abc".encode(), "x".join("abc"), "a".ljust(3) + "|", "7".zfill(3), "%s" % "x", "abc".translate(str.maketrans("ab", "xy")), "aXbX".casefold(), "abcabc".count("bc"), "abc".startswith(("x", "a")), "abc".removeprefix("a"), "a\tb".expandtabs(4))
sys.stderr.write("last\n"); sys.exit(3)
try:
    print(1, sep='', end='', file=None, flush=True, colour='red')
except TypeError as error:
    print(error)
try:
    print(1, colour='red')
except TypeError as error:
    print(error)
