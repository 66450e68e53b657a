# find, rfind, index, count, startswith, endswith, replace
def show(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


texts = ["", "a", "abcabc", "aaaa", "hello w\xf6rld", "\u20ac100 \u20ac", "x\U0001f600y\U0001f600", "mississippi"]
parts = ["", "a", "aa", "bc", "o", "\xf6", "\u20ac", "\U0001f600", "ss", "issi", "zz", "abcabcabc"]
for t in texts:
    for p in parts:
        print(t.find(p), t.rfind(p), t.count(p), t.startswith(p), t.endswith(p), ascii(t.replace(p, "-")), ascii(t.replace(p, "")),
              ascii(t.replace(p, "\u4e2d\u6587", 2)), end=" ")
    print()
for start in (None, 0, 1, 3, 6, 7, -1, -3, -99, 10 ** 25):
    for end in (None, 0, 2, 5, 99, -1, -99, -10 ** 25):
        t = "abcabc"
        print(t.find("b", start, end), t.rfind("b", start, end), t.count("b", start, end), t.find("", start, end),
              t.rfind("", start, end), t.count("", start, end), t.startswith("", start, end), t.endswith("c", start, end), end=" ")
    print()
show("a".find)
show("a".find, 1)
show("a".find, "a", 1, 2, 3)
show("a".find, "a", "b")
show("a".rfind, None)
show("a".index, "b")
show("a".rindex, "b")
show("abab".index, "b", 2)
show("abab".rindex, "b", 0, 2)
show("a".count)
show("a".count, 5)
show("a".startswith)
show("a".startswith, 1)
show("a".startswith, (1,))
show("abc".startswith, ("x", "ab"))
show("abc".startswith, ())
show("abc".startswith, ["a"])
show("abc".endswith, ("x", "bc"), 1)
show("abc".endswith, 1)
show("abc".endswith, ("x", b"c"))
show("a".replace)
show("a".replace, "a")
show("a".replace, 1, 2)
show("a".replace, "a", 2)
show("a".replace, "a", "b", "c")
show("a".replace, "a", "b", 1, 2)
for n in (-1, 0, 1, 2, 3, 4, 100):
    show("abc".replace, "", "-", n)
    show("".replace, "", "-", n)
    show("aXbXc".replace, "X", "\u20ac", n)
    show("a\u20acb\u20acc".replace, "\u20ac", "\xe9", n)
s = "hello"
print(s.replace("x", "y") is s, s.replace("l", "l") is s, s.replace("l", "L", 0) is s)
r = "a\u20acb".replace("\u20ac", "c")
print(r, r.__sizeof__())
print("abc".removeprefix("ab"), "abc".removeprefix("x"), "abc".removesuffix("bc"), "abc".removesuffix(""), "abc".removesuffix("abcd"))
show("a".removeprefix, 1)
show("a".removesuffix, None)
show("a".removesuffix)
# nothing quadratic
hay = "a" * 200000 + "b"
needle = "a" * 1000 + "b"
print(hay.find(needle), hay.rfind(needle), ("\u0101" * 100000 + "b").find("\u0101" * 500 + "b"), hay.count("ab"), hay.rfind("b" + "a" * 1000))
print(("\u20ac" * 50000 + "x").find("a" * 40), ("ab" * 3000 + "\u20ac").find("abab\u20ac"), ("x" * 100).find("\u20ac"))
