# + * in [] comparison, hash, iteration
def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, e)


s = "h\xe9llo w\u20acrld \U0001f600!"
for i in (0, 1, 7, -1, -2, True):
    show(lambda: s[i])
for index in (99, -99, 10 ** 30, -10 ** 30, 1.0, "a", None):
    show(lambda: s[index])
for sl in (slice(None), slice(1, 4), slice(None, None, -1), slice(-3, None), slice(10, 2, -3), slice(5, 2), slice(0, 5, 2),
           slice(None, None, 100), slice(-100, 100), slice(3, 3)):
    show(lambda: s[sl])
show(lambda: s[::0])
show(lambda: s["a":])
show(lambda: s[1:"b"])
show(lambda: "a" + 1)
show(lambda: 1 + "a")
show(lambda: "a" + b"b")
show(lambda: "a" - "b")
show(lambda: "ab" * 3 + 2 * "\u20ac" + "x" * -1 + "" * 5 + True * "t")
show(lambda: "ab" * 1.5)
show(lambda: "ab" * "c")
show(lambda: "ab" * (1 << 70))
show(lambda: "aaa" * (1 << 62))
show(lambda: "ell" in "hello")
show(lambda: "" in "")
show(lambda: "x" not in "abc")
show(lambda: "\u20ac" in "abc")
show(lambda: "w\u20ac" in s)
show(lambda: 1 in "abc")
show(lambda: None in "abc")
words = ["", "a", "A", "b", "ab", "abc", "\xe9", "\u20ac", "\U0001f600", "\ud800", "\uffff", "Z", "z", "a\u20ac", "a\xe9"]
print(ascii(sorted(words)), ascii(min(words)), ascii(max(words)))
print([[x < y, x <= y, x == y, x != y, x > y, x >= y] for x in words[:5] for y in words[:5]])
show(lambda: "a" < 1)
print("a" == 1, "a" != b"a", "a" == None)
for w in words:
    print(hash(w), hash(w * 3), hash(w + "the quick brown fox"[: len(w) * 4]))
print([hash("x" * n) for n in range(20)])
print([hash("\xe9" * n) for n in range(10)], [hash("\u20ac" * n) for n in range(10)], [hash("\U0001f600" * n) for n in range(6)])
print(ascii(list(s)), ascii([c for c in "a\xe9\u20ac"]))
it = iter("abc")
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__(), next(it, "end"))
it = iter("abcd")
it.__setstate__(2)
print(list(it), type(iter("")).__name__, iter("a").__reduce__()[1:], list(iter("")))
print(ascii("abc\xe9"[::-1] + "x"), "a" "b" "c", bool(""), bool(" "), not "x")
a = "ab"
b = a
a += "c"
print(a, b, a is b)
total = ""
for i in range(2000):
    total += chr(97 + i % 26)
total += "\u20ac"
total += "end"
print(len(total), total[1990:2010].encode("utf-8"), hash(total))
acc = "x"
for piece in ["", "a", "\xe9", "", "\u20ac", "b", "\U0001f600", "c"]:
    acc += piece
    print(ascii(acc), acc.__sizeof__())
k = "key"
d = {k: 1}
k += "s"
print(d, k, d["key"])
