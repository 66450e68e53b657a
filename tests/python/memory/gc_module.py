# The functions of gc: what they take, return and refuse.
import gc


def attempt(function, *args, **names):
    try:
        print(function.__name__, args, names, "->", function(*args, **names))
    except Exception as error:
        print(function.__name__, args, names, "!", type(error).__name__, error)


def kinds(objects):
    return [type(x).__name__ for x in objects]


for args in ((), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ("a",), (1.5,), (0,), (700, 10, 10)):
    attempt(gc.set_threshold, *args)
    print(gc.get_threshold())
for generation in (-1, 0, 1, 2, 3, "a", None, 1.5, True):
    attempt(gc.collect, generation) if generation not in (0, 1, 2) else gc.collect(generation)
attempt(gc.collect, generation=5)
attempt(gc.collect, 1, 2)
for generation in (3, -2, "a", 1.5):
    attempt(gc.get_objects, generation)
print([type(gc.get_objects(g)).__name__ for g in (None, 0, 1, 2)], gc.get_objects(generation=0) is None)
attempt(gc.get_debug)
attempt(gc.set_debug, 0)
attempt(gc.set_debug, "x")
print(gc.garbage, gc.callbacks, gc.get_freeze_count())
print([name for name in dir(gc) if not name.startswith("__")])
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)


class A:
    def method(self):
        pass


class Slotted:
    __slots__ = ("x", "y")


a = A()
a.x = [1]
a.y = (2,)
s = Slotted()
s.x = "x"
print(gc.get_referents(), gc.get_referents(1, "a", 1.5), gc.get_referrers())
print(kinds(gc.get_referents(a)), kinds(gc.get_referents(A)), kinds(gc.get_referents(a.method)))
print(kinds(gc.get_referents(s)))
print(gc.get_referents({1: [2]}), gc.get_referents({"a": [2], "b": 3}), gc.get_referents([1, 2, [3]]))
print(gc.get_referents((1, 2, [3])), gc.get_referents({1, 2}), gc.get_referents(slice(1, [2], 3)))
print(gc.get_referents([1], (2,), {3: 4}))


def generate():
    x = [1]
    yield x
    yield 2


g = generate()
next(g)
print(kinds(gc.get_referents(g)), kinds(gc.get_referents(iter([1]))), kinds(gc.get_referents(property(generate))))
target = [1, 2]
r1 = [target]
r2 = (target,)
r3 = {"k": target}
a.t = target
found = gc.get_referrers(target)
print(kinds(found), [any(x is r for x in found) for r in (r1, r2, r3, a, globals())])
print(len(gc.get_referrers(r1, r2)))

# what is tracked
print([gc.is_tracked(x) for x in (1, 1.5, "a", None, b"", [], {}, (), {1: 2}, {1: []}, (1,), ([],), set(), frozenset(), a, A)])
print([gc.is_tracked(x) for x in (s, A.method, a.method, len, iter([]), iter(()), iter({}), range(3), iter(range(3)), g)])
print([gc.is_tracked(x) for x in (slice(1), enumerate([]), zip(), map(abs, []), reversed([]), ValueError(), type, int)])
d = {}
print(gc.is_tracked(d))
d["a"] = 1
print(gc.is_tracked(d))
d["b"] = (1, 2)
print(gc.is_tracked(d))
gc.collect()
print(gc.is_tracked(d))
d["c"] = []
print(gc.is_tracked(d))
del d["c"]
gc.collect()
print(gc.is_tracked(d), gc.is_tracked(a.__dict__), gc.is_tracked(dict(a=1)), gc.is_tracked({k: k for k in "ab"}))
t = tuple([1, 2])
u = tuple([t, t])
print(gc.is_tracked(t), gc.is_tracked(u))
gc.collect(0)
print(gc.is_tracked(t), gc.is_tracked(u))


# finalizers: once per object, resurrection
class Phoenix:
    lives = 0

    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("finalized", self.name, gc.is_finalized(self))
        saved.append(self)


saved = []
for name in "abc":
    Phoenix(name)
print(gc.collect(), [x.name for x in saved], [gc.is_finalized(x) for x in saved])
saved.clear()
print(gc.collect(), saved, gc.is_finalized(1), gc.is_finalized([]))


class Partner:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("partner", self.name, hasattr(self, "other") and self.other.name)


p, q, r = Partner("p"), Partner("q"), Partner("r")
p.other, q.other, r.other = q, r, p
q.inner = [Partner("inside")]
del p, q, r
print(gc.collect())


class Raises:
    def __init__(self):
        self.me = self

    def __del__(self):
        raise ValueError("in __del__")


Raises()
print(gc.collect())

# generations
young = [[]]
young[0].append(young)
print([any(x is young for x in gc.get_objects(g)) for g in (0, 1, 2)])
gc.collect(0)
print([any(x is young for x in gc.get_objects(g)) for g in (0, 1, 2)])
gc.collect(1)
print([any(x is young for x in gc.get_objects(g)) for g in (0, 1, 2)])
del young
print(gc.collect(0), gc.collect(1), gc.collect(2), gc.get_count()[1:])

# freeze
before = len(gc.get_objects())
gc.freeze()
print(gc.get_freeze_count() >= before - 1, len(gc.get_objects()) < 10, gc.get_count()[1:])
l = []
l.append(l)
del l
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), len(gc.get_objects()) >= before - 2)

# callbacks, also bad ones
events = []


def watch(phase, info):
    events.append((phase, sorted(info.items())))


def bad(phase, info):
    raise KeyError(phase)


gc.callbacks.append(watch)
gc.collect(1)
l = []
l.append(l)
del l
gc.collect()
gc.callbacks.append(bad)
gc.collect(0)
gc.callbacks.clear()
print(*events, sep="\n")

# saving all
gc.set_debug(gc.DEBUG_SAVEALL)
l = ["kept"]
l.append(l)
del l
print(gc.collect(), len(gc.garbage), gc.garbage[0][0])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())


class Collects:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("inner", gc.collect())


Collects()
print(gc.collect())
