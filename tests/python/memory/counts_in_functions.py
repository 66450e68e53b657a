# Closures, default arguments, functions, partial objects.
import sys
from functools import partial

rc = sys.getrefcount
x = []


def default(a=x, *, b=x):
    return rc(a)


print("defaults", rc(x), default(), default([]))
default.__defaults__ = ()
print("without", rc(x))
default.__kwdefaults__ = None
print("without any", rc(x))


def make():
    v = []

    def read():
        return rc(v)

    def write(n):
        nonlocal v
        v = n

    print("inside", rc(v))
    return read, write


read, write = make()
print("closure", read(), rc(read), rc(read.__closure__[0]), rc(read.__closure__))
write(x)
print("nonlocal", rc(x), read())
cell = read.__closure__[0]
print("cell", rc(cell), rc(cell.cell_contents))
del read
print("one closure less", rc(cell), rc(x))
del write
print("cell alone", rc(cell), rc(x))
del cell
print("gone", rc(x))
counters = [lambda i=i: i for i in range(3)]
print("lambdas", [rc(f) for f in counters], [f() for f in counters])
late = [lambda: (i, rc(late)) for i in range(3)]
print("late", [f() for f in late])
p = partial(default, x, b=x)
print("partial", rc(x), p.args[0] is x)
del p
default.attribute = x
print("function attribute", rc(x), rc(default.__dict__))


def annotated(a: x = 1) -> x:
    pass


print("annotations", rc(x))
del annotated
print("without", rc(x))


def decorator(f):
    def wrapper(*args):
        return rc(f), f(*args)
    return wrapper


@decorator
def wrapped(v):
    return rc(v)


print("decorated", wrapped(x))
print("code", rc(default.__code__), rc(make.__code__.co_consts) > 1)


def gen_default(acc=[]):
    acc.append(len(acc))
    return acc


print("the same list", gen_default() is gen_default(), gen_default(), rc(gen_default.__defaults__[0]))
