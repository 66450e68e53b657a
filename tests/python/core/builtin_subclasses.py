class MyInt(int):
    def __add__(s, o): return MyInt(int(s) + int(o))
    def __repr__(s): return f"MyInt({int(s)})"
print(MyInt(3) + 4, repr(MyInt(3) + 4), 4 + MyInt(3), MyInt(3) * 2, type(MyInt(3) * 2), type(-MyInt(3)), hash(MyInt(3)), MyInt(3) == 3, [1, 2, 3, 4][MyInt(2)], {3: "a"}[MyInt(3)], sorted([MyInt(3), 1]), str(MyInt(3)), f"{MyInt(3)}", "%d" % MyInt(3), format(MyInt(3), "05"), MyInt("12"), MyInt(3.7), sum([MyInt(1), MyInt(2)]), type(abs(MyInt(-3))), MyInt(5).bit_length(), range(MyInt(3)), bool(MyInt(0)), int(MyInt(3)), type(int(MyInt(3))), float(MyInt(2)), type(round(MyInt(3))), MyInt.from_bytes(b"a", "big"), MyInt(6).real, isinstance(MyInt(1), int), MyInt(True))
class MyStr(str):
    def upper(s): return "UP:" + super().upper()
    def __len__(s): return 99
    def __eq__(s, o): return True
    __hash__ = str.__hash__
s = MyStr("abc"); print(s.upper(), len(s), s == "z", s + "d", type(s + "d"), s[0], type(s[0]), s * 2, f"{s}|{s:>5}", "%s" % s, s in "xabcx", "abc" in {s: 1}, {s: 1}["abc"], "".join([s, s]), type("".join([s])), str(s) is s, type(str(s)), repr(s), s.strip() is s, type(s.strip()), s.replace("z", "y"), list(s), s.split("b"), MyStr(5), MyStr(), sorted([s, "a"]), "a" < s, hash(s) == hash("abc"), s.__class__.__name__, type(s.format()), int(MyStr("5")), s.encode())
class MyList(list):
    def append(s, x): print("append", x); super().append(x)
    def __getitem__(s, i): print("get", i); return super().__getitem__(i)
    def __iter__(s): print("iter"); return super().__iter__()
    def __contains__(s, x): return True
    def __len__(s): return 7
l = MyList([1, 2]); l.append(3); print(l[0], l[0:2], type(l[0:2]), len(l), 9 in l, list(l), l, [x for x in l], l + [4], type(l + [4]), l * 2, sum(l), sorted(l), l == [1, 2, 3], bool(l), tuple(l), [*l], max(l), MyList("ab"), l.copy(), type(l.copy()), reversed(l).__class__)
a, b, c = l; print(a, b, c); l.extend([5]); l += [6]; print(list.__repr__(l), l.index(6)); l.sort(reverse=True); print(list.__len__(l)); l.name = "x"; print(l.name, l.__dict__)
class MyDict(dict):
    def __missing__(s, k): return "missing " + str(k)
    def __setitem__(s, k, v): print("set", k); super().__setitem__(k, v)
    def __getitem__(s, k): return super().__getitem__(k)
    def get(s, k, d=None): return "get!"
d = MyDict(a=1); d["b"] = 2; d.update(c=3); print(d["a"], d["zz"], d.get("a"), d, len(d), "zz" in d, {**d}, dict(d), d.setdefault("q", 5), sorted(d), d == {"a": 1, "b": 2, "c": 3, "q": 5}, MyDict.fromkeys("ab", 0), d.copy().__class__, d.pop("a"), d | {"n": 1}, type(d | {}))
def kw(**k): return k
print(kw(**d), list(d.items()), "{a}".format_map(d), "%(zq)s" % d)
class DD(dict):
    __slots__ = ("default",)
    def __init__(s, default): s.default = default
    def __missing__(s, k): s[k] = v = s.default(); return v
dd = DD(list); dd["x"].append(1); dd["x"].append(2); dd["y"]; print(dd, dd.default)
class MyTuple(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(s): return s[0]
    def __add__(s, o): return MyTuple(s[0] + o[0], s[1] + o[1])
p = MyTuple(1, 2) + MyTuple(3, 4); print(p, p.x, type(p), p == (4, 6), hash(p) == hash((4, 6)), {p: 1}[(4, 6)], p[0:1], type(p[:]), p * 2, "%s %s" % p, len(p), [*p])
class MyFloat(float):
    def __repr__(s): return "F" + float.__repr__(s)
f = MyFloat(1.5); print(f, [f], f + 1, type(f + 1), str(f), f"{f}", f"{f:.2f}", round(f), int(f), f == 1.5, MyFloat("2.5"), f.is_integer(), MyFloat.fromhex("0x1p1"))
class MySet(set):
    def add(s, x): super().add(x * 2)
s = MySet([1, 2]); s.add(5); print(s, s | {1}, type(s | {1}), s - {1}, s == {1, 2, 10}, type(s.copy()), len(s), 10 in s)
class MyBytes(bytes): pass
b = MyBytes(b"ab"); print(b, b + b"c", b[0], b[0:1], type(b[0:1]), b.upper(), MyBytes([65, 66]), MyBytes(3), b == b"ab", hash(b) == hash(b"ab"))
class MyBool:
    def __bool__(s): return False
print(not MyBool(), MyBool() or 5, 1 if MyBool() else 2, any([MyBool()]), list(filter(None, [MyBool(), 1])))
class MyExc(KeyError):
    def __init__(s, a, b=2): super().__init__(a); s.b = b
e = MyExc("k"); print(e, repr(e), e.args, e.b, isinstance(e, LookupError))
class MyType(type):
    def __str__(c): return "T:" + c.__name__
class X(metaclass=MyType): pass
print(X, f"{X}", repr(X)[:8], [X])
