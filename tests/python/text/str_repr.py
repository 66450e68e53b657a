# repr and ascii
for t in ["", "a", "it's", 'say "x"', "both ' and \"", "back\\slash", "tab\tnl\ncr\r", "\x00\x01\x1f\x7f", "\x80\x9f\xa0\xa1\xad\xff", "\u0100\u0378",
          "\u200b\u2028\u3000", "\ud800x\udfff", "\uffff\ufffd", "\U0001f600\U000e0001\U0010ffff", "\u1234'\u4e2d\""]:
    print(repr(t).encode("utf-8", "backslashreplace"), ascii(t), len(repr(t)))
    print([t].__repr__().encode("utf-8", "surrogatepass"))
total = 0
for c in range(0, 0x110000, 53):
    total = (total * 31 + hash(repr(chr(c)))) % 1000000007
print(total)
print(str("x"), repr(str), "%r" % "a'b", f"{'q'!r:>6}|{'e'!a}|{'x'!s}")


class Both(str):
    def __repr__(self):
        return "R"

    def __str__(self):
        return "S"


b = Both("text")
print(b, repr(b), [b], str(b), f"{b}", f"{b!r}", "%s %r" % (b, b), b.upper(), str.__repr__(b), str.__str__(b))
