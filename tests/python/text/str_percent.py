# "..." % values
def show(f, *args):
    try:
        print(ascii(f % args[0]))
    except Exception as e:
        print(type(e).__name__, e)


class I:
    def __index__(self):
        return 42


class N:
    def __int__(self):
        return 7


class F:
    def __float__(self):
        return 2.5


class D(dict):
    def __missing__(self, key):
        return "<" + key + ">"


for spec in ("%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%+05d", "%-05d|", "%.3d", "%8.3d", "%08.3d", "%x", "%X", "%#x", "%#X", "%#010x", "%-#10x|",
             "%o", "%#o", "%i", "%u", "%ld", "%hd", "%#.5x", "%+x", "% #x", "%+#6o|", "%c", "%s", "%r", "%a", "%10s|", "%-10s|", "%.1s|", "%5.1s|"):
    for v in (0, 5, -42, 255, True, 10 ** 25, -10 ** 25):
        show(spec, v)
for spec in ("%f", "%.2f", "%10.3f", "%-10.1f|", "%010.2f", "%+f", "% f", "%e", "%.0e", "%E", "%g", "%G", "%#g", "%.3g", "%.0f", "%#.0f", "%F", "%5s", "%d", "%x"):
    for v in (0.0, -0.0, 1.5, -2.75, 1e100, 1e-10, 123456789.123, float("inf"), float("-inf"), float("nan"), 3, True):
        show(spec, v)
show("%s %s", (1, 2))
show("%s %s", (1,))
show("%s", (1, 2))
show("%s", ())
show("", 1)
show("", ())
show("", {})
show("", [1])
show("no", {"a": 1})
show("100%%", ())
show("%5%|", ())
show("%", ())
show("%d", "1")
show("%d", None)
show("%d", 1j)
show("%x", 1.5)
show("%o", "a")
show("%f", "1")
show("%f", None)
show("%f", F())
show("%d", F())
show("%d", N())
show("%x", N())
show("%d %x %c", (I(), I(), I()))
show("%c", "x")
show("%c", "\u20ac")
show("%c", "xy")
show("%c", 0x20ac)
show("%c", -1)
show("%c", 0x110000)
show("%c", 1.5)
show("%c", None)
show("%5c|%-5c|%05c|", ("a", "b", "c"))
show("%y", 1)
show("abc%\u20ac", 1)
show("%\n", 1)
show("%(a)s %(b)5d %(a)r", {"a": "x", "b": 3})
show("%(a)s", {"b": 1})
show("%(a)s", (1,))
show("%(a)s", 5)
show("%(a", {"a": 1})
show("%(a(b)c)s", {"a(b)c": 1})
show("%()s", {"": 1})
show("%(k)s and %(l)s", D(k=1))
show("%s", {"a": 1})
show("%(a)s %s", {"a": 1})
show("%*d|%-*d|%*d|", (5, 42, 5, 42, -5, 42))
show("%.*f", (2, 3.14159))
show("%*.*f|", (8, 2, 3.14159))
show("%.*f", (-2, 3.14159))
show("%*d", ("a", 1))
show("%*d", (1,))
show("%999999999999999999999d", 1)
show("%.99999999999d", 1)
show("%s %s %s", ("\u20ac", "\U0001f600", "\xe9"))
show("%10s|%-10s|%.2s|", ("\u20ac\u20ac", "\xe9", "\U0001f600ab"))
show("%s", "\u20ac")
show("%s %r", ([1, "a"], {"b": None}))
show("%.3r|%.4a", ("abcdef", "\u20acuro"))
show("% s|%+s|%#s|%0s", ("a", "b", "c", "d"))
show("%5", 1)
show("%l", 1)
show("%-", 1)
show("%.", 1)
show("%.d|%.s|", (0, "abc"))
x = "abc"
x %= ()
print(x, "%s" % x is x, "%s and %s" % ("a", "b"))
try:
    5 % "a"
except TypeError as e:
    print(e)
