# In which order containers let go of what they hold, seen by __del__.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name


def some(*names):
    return [Noisy(name) for name in names]


print("list")
some("a", "b", "c")
print("tuple")
tuple(some("a", "b", "c"))
print("dict")
{Noisy("k1"): Noisy("v1"), Noisy("k2"): Noisy("v2")}
print("set")
s = set(some(1, 2, 3))
s.clear()
print("list clear")
a = some("a", "b", "c")
a.clear()
print("slice assignment")
a = some("a", "b", "c", "d")
a[1:3] = some("x")
print("slice deletion")
a[::2] = some("p", "q")[:len(a[::2])]
del a[::2]
print("pop, item, remove")
a = some("a", "b", "c")
a.pop(1)
a[0] = None
del a
print("dict replace, delete, pop, clear")
d = {1: Noisy("one"), 2: Noisy("two"), 3: Noisy("three"), 4: Noisy("four")}
d[1] = Noisy("uno")
del d[2]
d.pop(3)
d.update({1: 0})
d.clear()
print("a key that is there already")
d = {Noisy("k"): 1}
d[Noisy("k")] = 2
print(len(d))
d.popitem()
print("set discard, difference")
s = set(some(1, 2, 3, 4))
s.discard(Noisy(2))
s -= set(some(3))
s = None
print("iterators")
i = iter(some("a", "b"))
next(i)
i = None
z = zip(some("a", "b"), some("x", "y"))
next(z)
next(z)
z = None
m = map(lambda n: None, some("m"))
list(m)
m = None
print("cascade")
outer = [some("in1"), (Noisy("in2"),), {1: Noisy("in3")}]
outer = None
print("end")
