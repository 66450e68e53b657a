# Iterators of running loops, generators, comprehensions, the evaluation stack.
import sys

rc = sys.getrefcount
x = [1, 2, 3]
for i in x:
    print("loop", i, rc(x))
else:
    print("after the loop", rc(x))
for i in x:
    for j in x:
        print("two loops", i, j, rc(x))
        break
    else:
        continue
    break
print("broken off", rc(x))
it = iter(x)
print("iterator", rc(x), rc(it))
list(it)
print("exhausted", rc(x))
del it
for i, v in enumerate(x):
    print("enumerate", rc(x), rc(v) > 2)
    break
for a, b in zip(x, x):
    print("zip", rc(x))
    break
for v in reversed(x):
    print("reversed", rc(x))
    break
for v in map(lambda v: rc(x), x):
    print("map", v, rc(x))
    break
print("comprehension", [rc(x) for _ in x])
print("generator", list(rc(x) for _ in x))
print("filter", list(filter(lambda v: rc(x) > 3, x)))


def gen(v):
    yield rc(v)
    w = v
    yield rc(v)
    for _ in v:
        yield rc(v)


g = gen(x)
print("not begun", rc(x), rc(g))
print("steps", next(g), rc(x), next(g), rc(x), next(g), rc(x))
g.close()
print("closed", rc(x))
del g
g = gen(x)
next(g)
del g
print("dropped", rc(x))


def outer(v):
    yield from gen(v)


g = outer(x)
print("yield from", next(g), rc(x))
del g
print("operands", [rc(x), rc(x)], (x, rc(x)), {1: x, 2: rc(x)}, rc(x) + len(x))
print("call in a call", max(rc(x), len([x, x, rc(x)])), rc([x, x][0]))
print("conditional", rc(x) if x else 0, x and rc(x), rc(x or 0))


class Manager:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        return self.v

    def __exit__(self, *error):
        return rc(self)


with Manager(x) as v:
    print("with", rc(x))
print("after with", rc(x), rc(v))
del v
d = {"a": x}
for k in d:
    print("dict loop", rc(d), rc(x))
for k, v in d.items():
    print("items loop", rc(d), rc(v))
del v
s = {1}
for v in s:
    print("set loop", rc(s))
match x:
    case [first, *rest]:
        print("match", rc(x), rc(rest))
print("at last", rc(x))
