# The order in which objects die, over all kinds of containers.
class D:
    def __init__(self, name, *held):
        self.name = name
        self.held = held

    def __del__(self):
        print("", self.name, end="")

    def __hash__(self):
        return hash(self.name) % 7

    def __eq__(self, other):
        return self is other


def case(title, make):
    print(f"{title}:", end="")
    held = make()
    print(" |", end="")
    del held
    print()


def ds(text):
    return [D(c) for c in text]


case("list", lambda: ds("abc"))
case("tuple", lambda: tuple(ds("abc")))
case("dict values", lambda: {c: D(c) for c in "abc"})
case("dict keys", lambda: {D(c): 0 for c in "abc"})
case("dict both", lambda: {D(c): D(c.upper()) for c in "abc"})
case("set", lambda: set(map(D, range(5))))
case("frozenset", lambda: frozenset(map(D, range(5))))
case("nested list", lambda: [ds("ab"), ds("cd"), [ds("ef")]])
case("nested tuple", lambda: (tuple(ds("ab")), (D("c"), (D("d"),))))
case("instance", lambda: D("outer", D("first"), D("second")))
case("chain", lambda: D("a", D("b", D("c", D("d")))))
case("list in instance", lambda: D("o", ds("abc"), tuple(ds("de"))))


class Attributes:
    def __init__(self):
        self.b, self.a, self.c = D("b"), D("a"), D("c")


class Slots:
    __slots__ = "x", "y", "z"

    def __init__(self):
        self.z, self.y, self.x = D("z"), D("y"), D("x")


class Sub(Slots):
    __slots__ = "w",

    def __init__(self):
        super().__init__()
        self.w = D("w")


class SubWithDict(Slots):
    def __init__(self):
        super().__init__()
        self.q = D("q")


def with_dict():
    a = Attributes()
    a.__dict__
    return a


case("attributes", Attributes)
case("attributes in a dict", with_dict)
case("slots", Slots)
case("slots of subclass", Sub)
case("slots and dict", SubWithDict)


def closure():
    a, b = D("a"), D("b")

    def inner():
        return a, b
    return inner


def locals_die(n):
    one, two, three = D("one"), D("two"), D("three")
    two = None
    print(" [end of the call]", end="")


def arguments_die(a, b, *c, **d):
    print(" [end of the call]", end="")


def temporaries():
    ds("xy"), D("z")
    print(" [line]", end="")


def generator():
    a, b = D("a"), D("b")
    yield a
    print(" never", end="")


def begun():
    g = generator()
    next(g)
    return g


case("closure", closure)
case("locals", lambda: locals_die(1))
case("arguments", lambda: arguments_die(D("a"), D("b"), D("c"), D("d"), e=D("e")))
case("temporaries", temporaries)
case("generator", begun)
case("generator not begun", generator)
case("bound method", lambda: D("self").__eq__)
case("default argument", lambda: eval("lambda a=D('a'), b=D('b'): 0", globals()))
case("partial", lambda: __import__("functools").partial(print, D("a"), k=D("k")))
case("map", lambda: map(D("f").__eq__, ds("ab")))
case("zip", lambda: zip(ds("ab"), ds("cd")))
case("iterator", lambda: iter(ds("abc")))
case("enumerate", lambda: enumerate(ds("abc")))
case("slice", lambda: slice(D("start"), D("stop"), D("step")))
case("deque", lambda: __import__("collections").deque(ds("abcd")))
case("defaultdict", lambda: __import__("collections").defaultdict(None, {1: D("x"), 2: D("y")}))
case("class", lambda: type("T", (), {"a": D("a")}) and 0)
case("list subclass", lambda: type("L", (list,), {})(ds("ab")))
case("dict view", lambda: {1: D("x")}.items())
print("rebinding:", end="")
a, b = D("1"), D("2")
a = b
print(" |", end="")
b = D("3")
print(" |", end="")
a = D("4")
print(" |", end="")
a, b = b, a
a = b = None
print()
print("list operations:", end="")
l = ds("abcdefgh")
l.pop()
print(" |", end="")
del l[0]
print(" |", end="")
l[0] = None
print(" |", end="")
l[1:3] = []
print(" |", end="")
l.remove(l[1])
print(" |", end="")
l.clear()
print()
print("dict operations:", end="")
d = {c: D(c) for c in "abcd"}
d["a"] = D("A")
print(" |", end="")
del d["b"]
print(" |", end="")
d.pop("c")
print(" |", end="")
d |= {"d": D("dd")}
print(" |", end="")
d.clear()
print()
