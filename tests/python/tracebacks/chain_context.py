def first():
    raise KeyError("first")


def second():
    try:
        first()
    except KeyError:
        [][1]


try:
    second()
except IndexError:
    try:
        int("x")
    finally:
        undefined_name
