# Where collections begin by themselves, of which generation, and which cycles die there. Printed at the end: what waits to
# be written lies in a list of CPython's text stream, and counts.
import gc


class Node:
    def __init__(self, number):
        self.number = number
        self.me = self

    def __del__(self):
        dead.append(self.number)


dead = []
begun = []
lines = []
place = 0


def watch(phase, info):
    begun.append((place, phase, info["generation"], info["collected"]))


def report(title):
    lines.append(title)
    lines.extend(begun)
    begun.clear()
    lines.append((len(dead), dead[:3], dead[-3:], sum(dead)))
    dead.clear()


def start():
    gc.collect()
    begun.clear()
    dead.clear()
    lines.append(gc.get_count())


gc.callbacks.append(watch)
start()
for place in range(1500):
    Node(place)
report("nodes")
start()
keep = []
for place in range(20000):
    keep.append([place])
report("lists kept")
start()
keep = {}
for place in range(3000):
    keep[place] = (place, [place])
report("tuples and lists in a dict")
start()
keep = [(i, str(i)) for place, i in enumerate(range(12000))]
report("tuples in a comprehension")
start()
gc.set_threshold(50, 3, 2)
for place in range(3000):
    a = [place]
    b = {"a": a}
    a.append(b)
    if place % 3 == 0:
        Node(place)
report("small thresholds")
start()
gc.set_threshold(10, 5)
for place in range(700):
    def function(x=place):
        return function
    a = lambda: a
report("functions and cells")
start()
gc.set_threshold(700, 10, 10)


def generate(n):
    yield n


for place in range(2000):
    keep.append(generate(place))
report("generators")
start()
for place in range(3000):
    try:
        raise ValueError(place)
    except ValueError as error:
        keep.append(error)
report("exceptions kept")
start()
keep.clear()
for place in range(100000):
    keep.append([])
lines.append((gc.get_count(), [e for e in begun if e[2] == 2 and e[1] == "start"], len(begun)))
begun.clear()
gc.disable()
for place in range(2000):
    Node(place)
lines.append((gc.get_count(), begun[:], dead[:]))
gc.enable()
keep.append([[]])
lines.append((begun[:1], len(dead)))
stats = gc.get_stats()
gc.collect()
gc.collect(1)
print(*lines, sep="\n")
print([new["collections"] - old["collections"] for new, old in zip(gc.get_stats(), stats)])
