# Collections of all kinds, small enough to be gone through moment by moment (script_check moments).
import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


class Last(Node):
    def __del__(self):
        print("finalized", self.name)
        if self.name == "phoenix":
            saved.append(self)


saved = []
a, b, c = Node("a"), Node("b"), Node("c")
a.other, b.other, c.other = b, a, b
d = Last("d")
d.other = {"me": d}
kept = [c]
del a, b, d
print(gc.collect(0))
del c
kept.clear()
print(gc.collect())
p = Last("phoenix")
p.other = [p]
del p
print(gc.collect(1), len(saved))
gc.set_threshold(20, 2, 2)
for i in range(40):
    x = [i]
    x.append(x)
gc.set_threshold(0)
print(sorted([3, 1, 2], key=lambda n: gc.collect(0) - n))


def chain(n):
    first = last = Node(0)
    for i in range(1, n):
        last.other = Node(i)
        last = last.other
    last.other = first
    return first


chain(4)
print(gc.collect())
