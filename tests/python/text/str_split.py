# split, rsplit, splitlines, partition, strip, join
import sys


def show(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


texts = ["", " ", "a", " a  b ", "a,b,,c,", "\tone\ntwo\r\nthree\x0bfour\x1cfive\x85six\u2028seven", "\u3000x\xa0y\u2003", "a--b---c", "aaa"]
for t in texts:
    for n in (-1, 0, 1, 2, 100):
        print(ascii([t.split(None, n), t.rsplit(None, n), t.split(",", n), t.rsplit(",", n), t.split("--", n), t.rsplit("--", n), t.split("aa", n), t.rsplit("aa", n)]))
    print(ascii([t.split(), t.rsplit(), t.splitlines(), t.splitlines(True), t.splitlines(keepends=False)]))
    print(ascii([t.strip(), t.lstrip(), t.rstrip(), t.strip("a,- "), t.lstrip("a"), t.rstrip(","), t.strip("")]))
    print(ascii([t.partition(","), t.rpartition(","), t.partition("--"), t.rpartition("--"), t.partition("\u2028")]))
show("a".split, 1)
show("a".split, "")
show("a".rsplit, "")
show("a".split, " ", "x")
show("a b".split, sep=" ", maxsplit=1)
show("a b c".rsplit, maxsplit=1)
show("a".split, " ", 1, 2)
show("a".split, nonsense=1)
show("a".partition, 1)
show("a".partition, "")
show("a".rpartition, "")
show("a".partition)
show("a".strip, 1)
show("a".lstrip, b"a")
show("a".rstrip, 1, 2)
show("a".splitlines, "a")
show("a\nb".splitlines, 1)
show("a\r\n\r\nb\r".splitlines)
show("\r\n".splitlines, True)
show("a\n".splitlines)
s = "hello"
print(s.split("x")[0] is s, s.split()[0] is s, s.strip() is s, s.partition("x")[0] is s, s.strip("xyz") is s)
print([sys.getsizeof("x y".split()), sys.getsizeof("x".split()), sys.getsizeof(" ".join("x" * 20).split()), sys.getsizeof("a,b".split(",", 1)), sys.getsizeof("a\nb".splitlines())])
show(",".join, ["a", "b", "c"])
show("".join, ("a", "\u20ac", "b"))
show("\u20ac".join, "abc")
show(", ".join, [])
show(",".join, ["x"])
show(",".join, (str(i) for i in range(5)))
show(",".join, {"k": 1, "l": 2})
show(",".join, [1])
show(",".join, ["a", None, "b"])
show(",".join, ["a", b"b"])
show(",".join, 5)
show(",".join, None)
show(",".join)
show(",".join, ["\U0001f600", "\xe9"])


class Bad:
    def __iter__(self):
        raise ValueError("no")


class Counter:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return "n" * self.n


show(",".join, Bad())
show("+".join, Counter())
