# The cycle collector: what it finds, finalizers, resurrection, what is tracked.
import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.collect()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print("collected", gc.collect() > 0)
saved = []


class Phoenix:
    def __del__(self):
        print("back again")
        saved.append(self)


p = Phoenix()
p.me = p
del p
gc.collect()
print(len(saved), saved[0].me is saved[0])
del saved[0].me
saved.clear()
print("gone without another word")
l = []
l.append(l)
d = {}
d["d"] = d
s = [set()]
t = (s,)
s.append(t)
del l, d, s, t
print(gc.collect())
print([gc.is_tracked(x) for x in ([], (), {}, {1: 2}, {1: []}, {1: ()}, set(), frozenset(), slice(1), range(3), 1, "a")])
x = ((1, 2), "a", (None, (3.5,)))
y = ([], 1)
z = {"k": (1, 2)}
w = {"k": []}
w["k"] = 0
print(gc.is_tracked(w))
gc.collect()
gc.collect()
print(gc.is_tracked(x), gc.is_tracked(x[2]), gc.is_tracked(y), gc.is_tracked(z), gc.is_tracked(w))
n = Node("held")
n.me = n
holder = [n]
del n
gc.collect()
print("still there", holder[0].name)
holder.clear()
gc.collect()
print(gc.isenabled(), gc.get_threshold())
chain = None
for i in range(100000):
    chain = [chain]
del chain
chain = ()
for i in range(100000):
    chain = (chain, {i: chain})
del chain
print("end")
