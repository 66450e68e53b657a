# Where names live: local, global, cell, free, class bodies, comprehensions, private names.
x = "global"


def outer(a, b=1):
    x = "outer"
    def inner():
        nonlocal a
        a += 1
        return x, a, b
    def declared():
        global x
        return x
    return inner, declared


class Base:
    x = "class"
    __private = 1
    values = [x for _ in range(2)]
    def who(self):
        return __class__.__name__, self.__private, x
    def __init__(self):
        self.__secret = {"__private": self._Base__private}


class Derived(Base):
    def who(self):
        return super().who() + tuple(vars(self))
    def shadow(x=x):
        return x


def closure_in_class():
    y = "cell"
    class Inner:
        y = "own"
        get = lambda self: y
    return Inner.y, Inner().get()


def walrus():
    found = [last := n for n in range(4) if (half := n // 2)]
    return found, last, half


def generators():
    rows = [[1, 2], [3]]
    return list(i * j for row in rows for i in row for j in row), {i: {i} for i in range(2)}, [*{0}]


inner, declared = outer(1)
print(inner(), inner(), declared())
print(Base.values, Derived().who(), Derived.shadow())
print(closure_in_class(), walrus(), generators())
print(outer.__code__.co_cellvars, inner.__code__.co_freevars, inner.__code__.co_varnames)
print(inner.__qualname__, Derived.who.__qualname__, (lambda: 0).__qualname__, outer.__code__.co_varnames)
del x
try:
    declared()
except NameError as e:
    print(type(e).__name__, e)
def unbound():
    print(never)
    never = 1
try:
    unbound()
except UnboundLocalError as e:
    print(e)
