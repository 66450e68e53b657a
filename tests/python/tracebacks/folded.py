# Pieces that CPython folds before it looks for the operator in them.
def assign_str():
    "abc"[0] = "x"


def assign_tuple():
    (1, 2, (3, 4))[-1] = 0


def assign_outside():
    (1, 2)[5] = 0


def assign_slice():
    "abc"[0:1] = "x"


def delete_bytes():
    del b"abc"[2]


def load_outside():
    return "äöü"[3]


def load_negative():
    return (1, 2)[-3]


def power():
    return 2 ** -1 % 0.0


def formatted():
    return "%s and %r" % (1, undefined)


def not_formatted():
    return "%d" % ("x",)


functions = [f for f in list(globals().values()) if type(f) is type(power)]
found = []
for function in functions:
    try:
        function()
    except Exception as e:
        found.append(e)
raise ExceptionGroup("folded", found)
