# float() of text.
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: int(float('nan')))
show(lambda: int(float('inf')))
show(lambda: float('abc'))
show(lambda: float(''))
show(lambda: float('1_000.5'))
show(lambda: float('1__0'))
show(lambda: (float('x',1)))
show(lambda: float('nan').as_integer_ratio())
show(lambda: float('inf').as_integer_ratio())
show(lambda: (float(" 1.5\n"), float("\u0661.5"), float("nan"), float("-inf"), float("infinity"), float("1e400"), float("1e-400"), float("-iNf")))
show(lambda: float("1."))
show(lambda: float(".5"))
show(lambda: float("."))
show(lambda: float("1e"))
show(lambda: float("0x10"))
show(lambda: float("1_0.0_1e1_0"))
show(lambda: float("1_.0"))
show(lambda: float("_1"))
show(lambda: float("1\0"))
show(lambda: float(b"1.5"))
show(lambda: float(b"1.x"))
show(lambda: float("é"))
