# del takes a name away, never an object.
import sys

rc = sys.getrefcount


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  died:", self.name)


print("two names")
a = b = D("a")
del a
print("  one left", rc(b))
del b
try:
    a
except NameError as e:
    print(" ", e)
print("in a function")


def f():
    x = y = D("x")
    del x
    try:
        print(x)
    except UnboundLocalError as e:
        print(" ", e)
    print("  before", rc(y))
    del y
    print("  after")


f()
print("parameter")


def g(p):
    del p
    print("  inside, the caller's temporary is gone too")


g(D("p"))
keep = D("keep")
g(keep)
print("  kept", rc(keep))
print("items")
l = [D(i) for i in range(5)]
del l[0]
del l[-1], l[0]
print(" ", [o.name for o in l])
del l[:]
d = {"a": D("da"), "b": D("db")}
del d["a"]
try:
    del d["a"]
except KeyError as e:
    print("  KeyError", e)
del d
print("attributes")
keep.x = D("attr")
del keep.x
try:
    del keep.x
except AttributeError as e:
    print(" ", e)
print("loop variable")
for v in [D("l1"), D("l2")]:
    print("  body", v.name)
print("  still", v.name)
del v
print("loop over a temporary")
for v in (D(n) for n in "mn"):
    print("  body", v.name)
del v
print("comprehension")
[D(n) for n in "op"]
print("  behind")
print("nested function")


def outer():
    v = D("cell")

    def inner():
        nonlocal v
        del v
        print("  inner done")
    inner()
    try:
        v
    except NameError as e:
        print(" ", e)


outer()
print("class body")


class C:
    v = D("class")
    del v
    print("  body goes on")


print("with")


class M:
    def __enter__(self):
        return D("entered")

    def __exit__(self, *e):
        print("  exit")


with M() as v:
    del v
    print("  in the block")
print("global")


def h():
    global keep
    del keep
    print("  in h")


h()
print("swap")
p, q = D("p1"), D("q1")
p, q = q, p
del p
print("  then")
del q
print("end")
