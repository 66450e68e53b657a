def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: 1j.__pow__(2, 3)); t(lambda: (2).__pow__(10, 1000)); t(lambda: 2.0.__pow__(2, 3)); t(lambda: (2).__pow__(3, None)); t(lambda: (2).__pow__("a")); t(lambda: (2).__pow__()); t(lambda: (2).__pow__(1, 2, 3)); t(lambda: (2).__pow__(2, "x")); t(lambda: (2).__rpow__(3)); t(lambda: int.__pow__(2, 3, 5))
class P(int):
    def __pow__(s, e, m=None): print("P", e, m); return super().__pow__(e, m)
t(pow, P(3), 4, 5); t(lambda: P(3) ** 2)
