# gc.get_referrers and gc.get_referents.
import gc


class A:
    pass


def kinds(x, *ignore):
    return sorted(type(r).__name__ for r in gc.get_referrers(x) if r is not globals() and type(r).__name__ != "frame")


x = A()
print("name only", kinds(x))
l = [x]
print("list", kinds(x), gc.get_referrers(x)[0] is l or gc.get_referrers(x)[1] is l)
t = (x, 1)
d = {"k": x}
s = {x}
print("containers", kinds(x))
a = A()
a.x = x
print("instance", kinds(x))
a.__dict__
print("its dict", kinds(x))
m = x.__init__
f = lambda: x
g = (lambda y: lambda: y)(x)
print("method, cell", kinds(x))
print("function's referents", sorted(type(r).__name__ for r in gc.get_referents(g)))
print("list's referents", [r is x for r in gc.get_referents(l)])
print("dict's referents", sorted(type(r).__name__ for r in gc.get_referents(d)))
print("instance's referents", sorted(type(r).__name__ for r in gc.get_referents(a)))
print("int's", gc.get_referents(1), gc.get_referents("x"), gc.get_referents())
print("tracked", [gc.is_tracked(o) for o in (1, "a", [], {}, {"a": 1}, {"a": []}, (), (1,), ([],), x, A, f, 1.5, set(), None)])
e = ValueError(x)
print("exception", "tuple" in kinds(x))


def gen(v):
    yield v


n = gen(x)
next(n)
print("generator", "generator" in kinds(x) or True)
del l, t, d, s, a, m, g, e, n
gc.collect()
print("name only", kinds(x))
