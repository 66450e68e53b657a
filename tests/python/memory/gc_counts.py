# What each operation adds to the count of the youngest generation: containers made minus containers freed, where CPython's
# free lists (tuples, lists, dicts, one slice) neither add nor take away. Once without, once with its result kept. The first
# time is not shown: some C functions of CPython are called with a tuple, which the free list then keeps.
import gc


class Plain:
    pass


class Slotted:
    __slots__ = ("x",)


class WithInit:
    def __init__(self, x, y=2):
        self.x = x

    def method(self):
        return self.x

    @property
    def half(self):
        return self.x / 2


def nothing():
    pass


def gather(*args, **names):
    return args


def generate():
    yield 1
    yield 2


def closure():
    x = []

    def inner():
        return x
    return inner


def fails():
    raise ValueError("no")


def caught():
    try:
        fails()
    except ValueError as e:
        return str(e)


def many(n):
    return [[] for i in range(n)]


def tuples(n):
    return [(i,) for i in range(n)]


def dicts(n):
    return [{i: i} for i in range(n)]


keep = []
obj = WithInit(1)
lst = list(range(10))
dct = {i: str(i) for i in range(10)}
text = "a b c d"
operations = [
    ("nothing", lambda: None),
    ("list", lambda: []),
    ("list call", lambda: list()),
    ("list of range", lambda: list(range(5))),
    ("list display", lambda: [1, nothing, 2]),
    ("tuple display", lambda: (nothing, 1)),
    ("tuple of list", lambda: tuple(lst)),
    ("dict", lambda: {}),
    ("dict call", lambda: dict()),
    ("dict call with names", lambda: dict(a=1)),
    ("dict display", lambda: {1: nothing}),
    ("set display", lambda: {1, 2}),
    ("frozenset", lambda: frozenset(lst)),
    ("instance", lambda: Plain()),
    ("slotted", lambda: Slotted()),
    ("with init", lambda: WithInit(3)),
    ("instance dict", lambda: WithInit(3).__dict__),
    ("call", lambda: nothing()),
    ("gather", lambda: gather(1, 2, a=3)),
    ("gather nothing", lambda: gather()),
    ("method", lambda: obj.method()),
    ("bound method", lambda: obj.method),
    ("property", lambda: obj.half),
    ("generator", lambda: list(generate())),
    ("generator made", lambda: generate()),
    ("closure", lambda: closure()),
    ("closure called", lambda: closure()()),
    ("lambda", lambda: lambda: 1),
    ("exception", lambda: ValueError("x")),
    ("caught", lambda: caught()),
    ("slice", lambda: lst[1:3]),
    ("slice made", lambda: slice(1, 2)),
    ("reversed", lambda: list(reversed(lst))),
    ("sorted", lambda: sorted(lst, key=lambda x: -x)),
    ("for", lambda: [x for x in lst]),
    ("dict items", lambda: [k for k, v in dct.items()]),
    ("enumerate", lambda: [i for i, x in enumerate(lst)]),
    ("zip", lambda: [a for a, b in zip(lst, lst)]),
    ("zip list", lambda: list(zip(lst, lst))),
    ("map", lambda: list(map(str, lst))),
    ("filter", lambda: list(filter(None, lst))),
    ("split", lambda: text.split()),
    ("join", lambda: " ".join(x for x in text)),
    ("format", lambda: f"{lst!r} {obj.x:>4}"),
    ("percent", lambda: "%s %s" % (1, 2)),
    ("format method", lambda: "{} {}".format(1, 2)),
    ("any", lambda: any(x > 3 for x in lst)),
    ("sum", lambda: sum(x for x in lst)),
    ("max key", lambda: max(lst, key=lambda x: x)),
    ("dict comprehension", lambda: {k: v for k, v in dct.items()}),
    ("set comprehension", lambda: {k for k in lst}),
    ("list copy", lambda: lst.copy()),
    ("list concat", lambda: lst + lst),
    ("list times", lambda: [0] * 10),
    ("dict copy", lambda: dct.copy()),
    ("dict or", lambda: dct | {}),
    ("divmod", lambda: divmod(7, 2)),
    ("star call", lambda: nothing(*())),
    ("star list", lambda: gather(*lst)),
    ("double star", lambda: gather(**{"a": 1})),
    ("unpack", lambda: [*lst, *lst]),
    ("class", lambda: type("C", (), {})),
    ("isinstance", lambda: isinstance(obj, (int, str))),
    ("getattr", lambda: getattr(obj, "x")),
    ("iter", lambda: iter(lst)),
    ("iter dict", lambda: iter(dct)),
    ("iter str", lambda: iter(text)),
    ("iter range", lambda: iter(range(3))),
    ("iter set", lambda: iter(set(lst))),
    ("keys", lambda: dct.keys()),
    ("super", lambda: super(WithInit, obj)),
    ("partition", lambda: text.partition(" ")),
    ("many lists", lambda: many(100)),
    ("many tuples", lambda: tuples(100)),
    ("many dicts", lambda: dicts(100)),
    ("with names", lambda: WithInit(x=1)),
    ("bytes", lambda: bytes(3)),
    ("bytearray", lambda: bytearray(3)),
    ("memory of name", lambda: keep.append([])),
]


def measure(operation):
    gc.collect()
    gc.disable()
    before = gc.get_count()[0]
    operation()
    first = gc.get_count()[0]
    operation()
    second = gc.get_count()[0]
    kept = operation()
    third = gc.get_count()[0]
    gc.enable()
    return second - first, third - second


measure(lambda: None)
for name, operation in operations:
    print(name, *measure(operation))
