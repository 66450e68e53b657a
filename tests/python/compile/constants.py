# Folding and sharing of constants, seen through identity and through the code objects.
def f():
    return ((1, 2, "a" * 3, -1, 2 ** 10, 1 << 4, not 0), "a" "b", 0.0, -0.0, 1, 1.0, True, b"x" * 2, "text"[1], 7 // 2)


def g():
    return (1, 2, "aaa"), x in [1, 2, 3], x in {1, 2}, [1, 2, 3], {1, 2, 3}, x[1:2], {"a": 1, "b": 2}


def h():
    "a docstring"
    return 1 / 0 if False else 2 ** 1000 > 1, "x" * 5000 == "", (1,) * 300 != (), 1 << 500 > 0, "%s-%r" % (x, x)


def first(): return (1, "shared and long text", 2.5)
def second(): return (1, "shared and long text", 2.5)


x = (1, 2)
print(f.__code__.co_consts)
print([c for c in g.__code__.co_consts if not isinstance(c, frozenset)])
print(h.__code__.co_consts)
print(first() is second(), first()[2] is second()[2], f()[2:8], g()[0] is g()[0], h())
print((lambda: 1).__code__.co_consts, (lambda: "not a docstring").__doc__, h.__doc__)
for function in (f, g, h):
    code = function.__code__
    print(code.co_name, code.co_names, code.co_stacksize, code.co_flags, code.co_firstlineno)
print([p[0] for p in f.__code__.co_positions()][:3])
print(__debug__)
