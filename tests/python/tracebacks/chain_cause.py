def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("with cause") from e


try:
    f()
except ValueError as error:
    try:
        raise TypeError("hidden context") from None
    except TypeError as t:
        raise LookupError("last") from error
