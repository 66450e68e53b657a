# Random programs that build and break graphs of objects: the order of deaths is CPython's.
import gc

gc.disable()
deaths = []


class Node:
    made = 0

    def __init__(self):
        Node.made += 1
        self.n = Node.made

    def __del__(self):
        deaths.append(self.n)

    def __hash__(self):
        return self.n          # an address would make the order of sets a matter of chance


class Slotted(Node):
    __slots__ = "left", "right"


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def hold(r, a, b):
    kind = r.below(9)
    if kind == 0:
        a.one = b
    elif kind == 1:
        a.many = getattr(a, "many", []) + [b]
    elif kind == 2:
        a.pair = (b, getattr(a, "pair", None))
    elif kind == 3:
        a.table = {**getattr(a, "table", {}), r.below(5): b}
    elif kind == 4:
        a.function = lambda: b
    elif kind == 5:
        a.default = lambda x=b: x
    elif kind == 6:
        a.members = getattr(a, "members", set()) | {b}
    elif kind == 7:
        if isinstance(a, Slotted):
            a.left = b
        else:
            a.method = b.__init__
    else:
        def generator():
            yield b
        a.generator = generator()
        next(a.generator)


NAMES = ["one", "many", "pair", "table", "function", "default", "members", "left", "method", "generator"]


def release(r, a):
    name = NAMES[r.below(len(NAMES))]
    if hasattr(a, name):
        delattr(a, name)


def program(seed):
    r = Random(seed)
    Node.made = 0
    roots = [None] * 6
    for step in range(60):
        at, other = r.below(6), r.below(6)
        what = r.below(8)
        if what < 3:
            roots[at] = Slotted() if r.below(3) == 0 else Node()
        elif what < 6 and roots[at] and roots[other]:
            hold(r, roots[at], roots[other])
        elif what == 6 and roots[at]:
            release(r, roots[at])
        else:
            roots[at] = None
    print(seed, "running:", *deaths)
    deaths.clear()
    roots.clear()
    at = None
    print(seed, "at the end:", *deaths)
    deaths.clear()
    found = gc.collect()
    print(seed, "collected:", found > 0, *deaths)
    deaths.clear()


for seed in range(60):
    program(seed)
