# center, ljust, rjust, zfill, expandtabs, translate, maketrans
def show(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for t in ("", "a", "ab", "abc", "h\xe9", "\u20ac"):
    for w in (-1, 0, 1, 4, 5, 6, True):
        print(ascii([t.center(w), t.center(w, "*"), t.ljust(w, "\u4e2d"), t.rjust(w, "\xe9"), t.zfill(w)]))
for t in ("+1", "-1", "-", "+", "--5", "1-", "\u22125", "-\u20ac"):
    print(ascii([t.zfill(5), t.zfill(2), t.zfill(0)]))
show("a".center)
show("a".center, "a")
show("a".center, 1, "ab")
show("a".center, 1, "")
show("a".ljust, 1, 2)
show("a".rjust, 5, b"x")
show("a".center, 1, "x", 2)
show("a".center, 2.0)
show("a".zfill, "a")
show("a".center, 1 << 70)
show("a".center, 1 << 62)
for t in ("a\tb", "\t\t", "ab\tc\n\td\r\te", "12345678\t9", "\xe9\t\u20ac", "no tabs"):
    print(ascii([t.expandtabs(), t.expandtabs(4), t.expandtabs(0), t.expandtabs(-1), t.expandtabs(tabsize=1)]))
show("a".expandtabs, "a")
show("\t".expandtabs, 1, 2)
s = "plain"
print(s.expandtabs() is s, s.center(2) is s, s.ljust(5) is s, s.zfill(1) is s)
show(str.maketrans, "abc", "xyz")
show(str.maketrans, "abc", "xyz", "d\u20ac")
show(str.maketrans, {"a": "b", 98: None, "\u20ac": 5, 1: "long text"})
show(str.maketrans, "abc", "xy")
show(str.maketrans, "abc")
show(str.maketrans, 1)
show(str.maketrans, 1, 2)
show(str.maketrans, "a", 2)
show(str.maketrans, "a", "b", 3)
show(str.maketrans, {"ab": 1})
show(str.maketrans, {1.5: 1})
show(str.maketrans)
show("hello".translate, str.maketrans("el", "\u20acL", "o"))
show("hello".translate, {104: "<H>", 101: None, 108: 0x1f600, 111: ""})
show("hello".translate, {})
show("".translate, {})
show("hello".translate, {104: 1.5})
show("hello".translate, {104: 0x110000})
show("hello".translate, {104: -1})
show("hello".translate, 5)
show("abc".translate, ["z"] * 98)
show("abc".translate, "x" * 98)


class Table:
    def __getitem__(self, c):
        if c == 97:
            raise LookupError
        if c == 98:
            raise KeyError(c)
        if c == 99:
            return "C"
        raise ValueError(c)


show("abc".translate, Table())
show("abcd".translate, Table())
show("abc".translate)
