# Fraction arithmetic and texts; traceback.format_exc.
from fractions import Fraction as F
import traceback, math
print(F(3, 6), repr(F(-3, -6)), F('1.25'), F('3/4'), F(' -7 '), F('1e-3'), F(0.5), F(1.1), F(2), F(F(1, 2), 3), F('.5'), F('-2.5e2'))
a, b = F(1, 2), F(2, 3)
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, -a, +a, abs(F(-1, 2)), divmod(F(7, 2), F(2, 3)), a + 1, 1 + a, 2 - a, 3 / a, a + 0.5, a ** 0.5, 2 ** F(2), 4 ** a)
print(a < b, a == 0.5, a == F(2, 4), a >= 1, hash(a) == hash(0.5), hash(F(3)) == hash(3), int(F(-7, 2)), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), math.floor(F(-7, 2)), math.ceil(F(7, 2)), float(b))
print(F(math.pi).limit_denominator(1000), sum([F(1, i) for i in range(1, 6)]), sorted([b, a, F(1, 3)]), a.numerator, a.denominator, f'{float(a):.2f}', bool(F(0)), {a: 1}[0.5], F(10**20, 3) % 7)
for bad in (lambda: F(1, 0), lambda: F('x'), lambda: F('1/0'), lambda: F(1.5, 2), lambda: F([]), lambda: a / 0, lambda: F('1/ 2'), lambda: F(0) ** -1, lambda: a < 'x'):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
try:
    {}['k']
except KeyError as e:
    print(traceback.format_exc().splitlines()[-1], traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(len(traceback.extract_tb(e.__traceback__)), traceback.extract_tb(e.__traceback__)[0].lineno)
