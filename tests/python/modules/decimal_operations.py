# Decimal: every operation on pairs of telling values, and every kind of format.
from decimal import *
def show(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


vals = ['0', '1', '-1', '2', '7', '10', '0.1', '-0.5', '1.5', '2.50', '1E+5', '1e-7', '123456789.123456789', '-0',
        'NaN', 'sNaN', 'Infinity', '-Infinity', '9.99E+20', '1e-30', '0.00', '33333333333333333333333333333', '-7.25',
        'NaN12', '4']
import operator as o
for x in vals:
    a = Decimal(x)
    print(repr(a), str(a), a.as_tuple(), a.is_nan(), bool(a), a.adjusted(), a.number_class())
    for f in (o.neg, o.pos, abs, Decimal.sqrt, Decimal.exp, Decimal.ln, Decimal.log10, Decimal.normalize,
              Decimal.to_integral_value, int, float, Decimal.logb, Decimal.next_plus, Decimal.next_minus,
              Decimal.to_eng_string, round, lambda a: round(a, 2), lambda a: a.as_integer_ratio(),
              lambda a: hash(a) if a == a else 0):
        show(f, a)
    for spec in ('', 'f', '.2f', '10.3f', '<10', '^12.1f', '+.1f', ',', ',.2f', 'e', '.3e', 'E', 'g', '.4g', '%', '.1%',
                 '010.2f', '*>12', ' .2f', 'n', '015,.2f', 'z.1f', '.0f', '.0e', '=+8'):
        show(format, a, spec)
    for y in vals:
        b = Decimal(y)
        for f in (o.add, o.sub, o.mul, o.truediv, o.floordiv, o.mod, divmod, o.pow, o.eq, o.lt, o.ge, Decimal.compare,
                  Decimal.quantize, Decimal.max, Decimal.min, Decimal.compare_total, Decimal.remainder_near,
                  Decimal.copy_sign, Decimal.same_quantum):
            print(x, y, end=' ')
            show(f, a, b)
