# sys.getrefcount says one more than the names: its own argument.
import sys

rc = sys.getrefcount
a = []
print("one name", rc(a))
b = a
print("two names", rc(a))
c = b = a
print("three names", rc(a))
del b
print("one deleted", rc(a))
c = None
print("one rebound", rc(a))
a, b = b if False else a, 0
print("after unpacking", rc(a))


def argument(x):
    return rc(x)


def two(x, y):
    return rc(x), rc(y)


def local():
    x = {}
    y = x
    z = [x, y]
    return rc(x)


print("argument", argument(a), argument([]), argument({}))
print("twice", two(a, a), two([], {}))
print("local", local())
print("literal", rc([]), rc({}), rc(object()), rc(float("1.5")), rc("ab" * 40 + str(1)))


def starred(*args, **kwargs):
    return rc(args), rc(kwargs), rc(args[0])


print("starred", starred(a, 1, k=a))
print("walrus", rc(w := [1]), rc(w))


def deep(x, n):
    return rc(x) if n == 0 else deep(x, n - 1)


print("recursion", [deep(a, n) for n in range(5)])
global_list = []


def by_global():
    global global_list
    before = rc(global_list)
    other = global_list
    return before, rc(global_list)


print("global", by_global(), rc(global_list))
print("keyword", (lambda x: rc(x))(x=a), (lambda x=a: rc(x))())
print("after all", rc(a))
