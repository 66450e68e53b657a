# Each place in a container is one reference.
import sys
from collections import OrderedDict, defaultdict, deque

rc = sys.getrefcount
x = object()
base = rc(x)


def more(what):
    print(f"{what:28} +{rc(x) - base}")


l = [x]
more("list")
l = [x] * 10
more("list times 10")
l2 = l[:]
more("and a slice")
l2.append(x)
more("append")
l2.pop()
more("pop")
l2 += l2
more("+=")
del l2[:5]
more("del slice")
l2.clear()
more("clear")
l.sort(key=lambda o: 0)
more("sort")
l.reverse()
more("reverse")
del l, l2
more("gone")
t = (x, x)
more("tuple")
t2 = t + t
more("tuple sum")
t3 = t[:]
more("whole slice is the same")
u, v = t
more("unpacked")
first, *rest = t2
more("starred")
del t, t2, t3, u, v, first, rest
d = {"k": x}
more("dict value")
d[x] = 1
more("dict key")
d[x] = x
more("key and value")
e = dict(d)
more("dict copy")
e.pop("k")
more("dict pop")
e.popitem()
more("popitem")
d.setdefault("k", x)
more("setdefault")
d.update(a=x, b=x)
more("update")
f = {**d}
more("double star")
items = list(d.items())
more("items")
del items
views = d.values(), d.items(), d.keys()
more("views")
del d, e, f, views
s = {x}
more("set")
s.add(x)
more("set again")
fs = frozenset(s) | {1}
more("frozenset")
s.discard(x)
more("discard")
del s, fs
q = deque([x, x], maxlen=3)
more("deque")
q.rotate(1)
q.appendleft(x)
q.appendleft(x)
more("deque full")
del q
dd = defaultdict(lambda: x)
dd[1], dd[2]
more("defaultdict")
od = OrderedDict(a=x)
more("OrderedDict")
od.move_to_end("a")
del dd, od
more("gone")
n = [[x] for _ in range(3)]
more("nested")
m = [n[0]] * 3
print("inner", rc(n[0]), rc(n[1]))
del n, m
more("gone")
z = list(zip([x], [x]))
more("zip")
z = list(map(lambda o: o, [x, x]))
more("map")
z = [o for o in (x, x, x)]
more("comprehension")
z = {i: x for i in range(4)}
more("dict comprehension")
z = slice(x, x)
more("slice")
z = None
more("gone")
