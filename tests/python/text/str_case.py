# case mapping and the is... predicates
texts = ["", "hello World", "HELLO", "stra\xdfe", "\u1e9e", "\u0130stanbul", "\u0131", "\u0149x", "\ufb01nd", "\u01c4\u01c5\u01c6",
         "\u03a3", "\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3", "A\u03a3 \u03a3A A\u03a3. A'\u03a3'B \u03a3\u03a3", "\u1f80\u1f88\u1fb3",
         "\u1fb2", "\u0390", "\U00010400\U00010428", "they're bill's", "a1b2 c3d4", "\u10fc\u02b0", "\u24d0\u24b6\u2160\u2170",
         "x\u0301y", "\xb5\xff", "\u1c80\u13a0\uab70", "hELLO wORLD", "\u01f0\u1e96\ufb03"]
for t in texts:
    print(ascii([t.lower(), t.upper(), t.title(), t.capitalize(), t.swapcase(), t.casefold()]))
tests = texts + ["123", "\xb2\xb3", "\u0663", "\u2460", "\xbd", "\u4e00", " ", "\t\n", "\xa0", "\u3000", "_a", "1a", "\xaa", "\u2118", "a\xb7", "\u0345",
                 "ABC 123", "Title Case", "Title case", "\x7f", "\u200b", "\ud800", "\U000e0001", "\u0378", "def", "Dz\u01c5", "\xe9t\xe9", "a b"]
for t in tests:
    print(ascii(t), [int(x) for x in (t.isalnum(), t.isalpha(), t.isascii(), t.isdecimal(), t.isdigit(), t.isidentifier(), t.islower(),
                                      t.isnumeric(), t.isprintable(), t.isspace(), t.istitle(), t.isupper())])


def checksum(f, step, limit=0x110000):
    total = 0
    c = 0
    while c < limit:
        total = (total * 31 + hash(f(chr(c)))) % 1000000007
        c += step
    return total


for f in (str.lower, str.upper, str.title, str.casefold, str.swapcase, str.capitalize):
    print(f.__name__, checksum(f, 1, 0x3000), checksum(f, 37))
for f in (str.isalnum, str.isalpha, str.isdecimal, str.isdigit, str.isidentifier, str.islower, str.isnumeric, str.isprintable, str.isspace,
          str.istitle, str.isupper):
    print(f.__name__, checksum(f, 1, 0x3000), checksum(f, 41))
s = "abc"
print(s.lower() == s, s.lower() is s, s[0].lower() is s[0], "".upper() is s[:0])
