# Chains that bite their own tail are shown once.
a = ValueError("a")
b = ValueError("b")
c = ValueError("c")
a.__cause__ = b
b.__context__ = c
c.__cause__ = a
try:
    raise c
except ValueError:
    try:
        raise b
    except ValueError:
        raise a
