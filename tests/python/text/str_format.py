# str.format, format_map, __format__
def show(template, *args, **kw):
    try:
        print(ascii(template.format(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


class P:
    def __init__(self):
        self.x = 3
        self.d = {"k": [10, 20], "3": "three", 3: "number"}

    def __format__(self, spec):
        return "P(" + spec + ")"


p = P()
show("")
show("plain {{}} text }}{{")
show("{} {}", 1, 2)
show("{0} {1} {0}", 1, "b")
show("{a} {b}", a=1, b="x")
show("{} {a} {}", 1, 2, a=3)
show("{p.x} {p.d[k]} {p.d[k][1]} {p.d[3]}", p=p)
show("{0[0]} {0[1]}", [5, 6])
show("{0.x:>5}|{0.x:<5}|{0.x:^5}|{0.x:05d}", p)
show("{:abc}|{!r:>10}|{!s}|{!a}", p, "q", 5, "\u20ac")
show("{:{}}|{:>{w}}|{:{f}{a}{w}}", "x", 4, "y", "z", w=6, f="*", a="^")
show("{0:{1}.{2}f}", 3.14159, 8, 2)
show("{:{:{}}}", 1, 2, 3)
for bad in ("{", "}", "{}}", "a{", "{0", "{0!", "{0!r", "{0!x}", "{0!rr}", "{0!r:", "{0:", "{{}", "{a.}", "{0[}", "{0[]}", "{0[1]x}", "{0.}",
            "{!}", "{0!\x05}", "{0!\u20ac}", "{a{b}}", "{0:{}", "{0..x}", "{.x}", "{[0]}", "{99999999999999999999}", "{0[99999999999999999999]}"):
    show(bad, [1, 2], a=3)
show("{} {0}", 1)
show("{0} {}", 1)
show("{0:{}}", 1, 2)
show("{} {}", 1)
show("{2}", 1)
show("{}")
show("{a}", 1)
show("{0.nope}", 1)
show("{0[k]}", {})
show("{0[5]}", [1])
show("{0[a]}", [1])
show("{-1}", 1)
show("{ 0 }", 1)
show("{0:d}", "s")
show("{0:s}", 5)
show("{a b}", **{"a b": 1})
show("{}", "\u20ac\U0001f600")
show("{:\u4e2d>5}", "x")
show("{:10}|{:<10}|{:>10}|{:^10}|{:*^10}|{:.2}|{:10.3}|{:s}", "abc", "abc", "abc", "abc", "abc", "abc", "abcdef", "abc")
show("{:=5}", "a")
show("{:+}", "a")
show("{:,}", "a")
show("{:#}", "a")
show("{:05}", "abc")
show("{:d}", "a")
show("{:.}", "a")
show("{:5 }", "a")
print("{a} {b[0]}".format_map({"a": 1, "b": [2]}))


class M(dict):
    def __missing__(self, key):
        return "?" + key


print("{x} {y}".format_map(M(x=1)))
for bad, m in (("{}", {}), ("{0}", {}), ("{a}", {}), ("{a}", [1]), ("{a}", 5)):
    try:
        print(bad.format_map(m))
    except Exception as e:
        print(type(e).__name__, e)
for call in (lambda: "".format_map(), lambda: "abc".__format__(1), lambda: "abc".__format__("5"), lambda: format("abc", ">6"), lambda: format("x", "q")):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__, e)
print(f"{'abc':>{6}}|{3:{'>'}{4}}|{p}|{p!s:.1}|{'x' * 3}" if False else f"{'abc':>{6}}|{3:{'>'}{4}}|{p:zz}|{'x' * 3}")
s = "same"
print(format(s) is s, "{}".format(s) == s, format(s, ""), "%s" % s is s)
