# Contexts, signals, conversions and what other numbers make of a Decimal.
import copy
import decimal
import math
from decimal import *
from fractions import Fraction


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


# making
for value in ('3.14', ' -12e3 ', '1_000.5', '.5', '5.', '', 'abc', '1.2.3', '١٢', 'inf',
              '-Infinity', 'nan123', '1e', 12,
              -7, True, 0.1, -0.0, float('inf'), (1, (1, 2, 3), -2), (0, (), 'F'), [0, [1], 2], (1, 2), (2, (1,), 0),
              None, 1j, b'1', Decimal('1.0')):
    attempt(lambda: repr(Decimal(value)))
attempt(Decimal.from_float, 0.25)
attempt(Decimal.from_float, 'x')
print(Decimal(), Decimal(2 ** 100), Decimal(1.1), Decimal('-0').as_tuple(), Decimal('NaN').as_tuple())

# contexts
print(getcontext())
print(Decimal(1) / 3, Decimal(2).sqrt(), Decimal(10) / 4)
getcontext().prec = 6
print(Decimal(1) / Decimal(7), +Decimal('3.14159265'), getcontext().flags[Inexact], getcontext().flags)
with localcontext() as ctx:
    ctx.prec = 42
    print(Decimal(1) / Decimal(7), getcontext() is ctx)
with localcontext(prec=3, rounding=ROUND_UP):
    print(Decimal(1) / 3, getcontext())
print(getcontext().prec)
attempt(localcontext, nothing=3)
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
                 ROUND_05UP):
    print(rounding, *[Decimal(x).quantize(Decimal('1'), rounding) for x in ('2.5', '-2.5', '3.5', '-2.6', '0.1')],
          *[Decimal(x).to_integral_value(rounding) for x in ('5.5', '-5.5')],
          *[Context(prec=3, rounding=rounding).create_decimal(x) for x in ('1.2345', '-1.2355', '9.995', '1.001')])
for name, value in (('prec', 0), ('prec', 'x'), ('rounding', 'x'), ('Emax', -1), ('Emin', 1), ('capitals', 2),
                    ('clamp', 5)):
    try:
        setattr(getcontext(), name, value)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, name)
setcontext(ExtendedContext)
print(getcontext(), Decimal(1) / 0, Decimal(0) / 0, Decimal('abc'), Decimal(-1).sqrt(), getcontext())
setcontext(BasicContext)
print(BasicContext, DefaultContext.copy() is DefaultContext)
attempt(lambda: Decimal(1) / 0)
attempt(setcontext, 5)
setcontext(Context(prec=5, Emax=9, Emin=-9))
for text in ('99999E5', '99999.9E5', '1E-9', '1E-13', '1.5E-13', '1E-15', '0E20', '0E-99'):
    attempt(lambda: +Decimal(text))
print(getcontext())
getcontext().clear_flags()
getcontext().traps[Inexact] = True
attempt(lambda: Decimal(1) / 3)
getcontext().traps[Rounded] = True
attempt(lambda: Decimal(1) / 3)
attempt(lambda: Decimal('99999E9') * 10)
getcontext().clear_traps()
print(getcontext().traps == {s: False for s in getcontext().traps}, len(getcontext().flags), list(getcontext().flags))
attempt(lambda: getcontext().flags[ValueError])
setcontext(Context())

# errors
for f in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal(1) // 0, lambda: Decimal(1) % 0,
          lambda: divmod(Decimal(1), 0), lambda: Decimal('x'), lambda: Decimal(-4).sqrt(), lambda: Decimal(0) ** 0,
          lambda: Decimal(-8) ** Decimal('0.5'), lambda: Decimal('1e999999') * 10, lambda: Decimal(1) + 1.0,
          lambda: 1.5 * Decimal(2), lambda: Decimal(1) + '1', lambda: int(Decimal('NaN')), lambda: int(Decimal('Inf')),
          lambda: Decimal('123.456').quantize(Decimal('1e-30')), lambda: Decimal('NaN') < 1,
          lambda: Decimal('NaN') == 1,
          lambda: hash(Decimal('sNaN')),
          lambda: format(Decimal(1), 'd'), lambda: Decimal(10) ** 20 // Decimal('1e-20')):
    attempt(f)
for e in (DivisionByZero, InvalidOperation, Overflow, Underflow, FloatOperation, Inexact):
    print(e, [c.__name__ for c in e.__mro__])

# with other numbers
d = Decimal('2.5')
print(d + 1, 1 + d, d - 1, 1 - d, d * 2, 2 * d, d / 2, 5 / d, d // 1, 7 // d, d % 2, 7 % d, d ** 2, 2 ** d, pow(d, 3))
print(pow(Decimal(3), 4, 5), divmod(7, d), -d, +d, abs(-d), round(d), round(d, 0), round(Decimal('1.235'), 2))
print(math.floor(d), math.ceil(d), math.trunc(-d), int(d), float(d), complex(d), bool(Decimal(0)), d.real, d.imag)
print(d == 2.5, d == Fraction(5, 2), d < 3, d > 2.4, d <= Fraction(5, 2), 2.5 == d, d != 'x', d == None, 1 < d < 3)
print(hash(d) == hash(2.5) == hash(Fraction(5, 2)), hash(Decimal(10)) == hash(10), {Decimal('1.0'): 1}[1])
print(sorted([Decimal('1.5'), 1, Fraction(1, 3), 2.5]), sum([Decimal('0.1')] * 10), max(Decimal(1), 2), math.sqrt(d))
print(Decimal('0.1') + Decimal('0.2') == Decimal('0.3'), isinstance(d, float), Decimal('3.0').is_integer
      if hasattr(Decimal, 'is_integer') else 'no is_integer', copy.copy(d) is d, copy.deepcopy(d) is d)
print(f'{d:.2f} {d:>10} {d!r} {d}', '%s %.1f %d' % (d, d, d), str(Decimal('1E+3')), Decimal('1E+3').to_eng_string())
print(Decimal('100').normalize(), Decimal('1.20').normalize(), Decimal('0E5').normalize(), Decimal('12.3E+7'))
print(Decimal(2).fma(3, 5), Decimal('1.1').scaleb(3), Decimal(1101).logical_and(1011), Decimal(12345).shift(2),
      Decimal(12345).rotate(-2), Decimal(1).next_toward(2), Decimal(7).remainder_near(4))
c = Context(prec=4)
print(c.add(1, Decimal('2.00005')), c.divide(1, 3), c.power(2, 10), c.sqrt(2), c.create_decimal('3.14159'), c.exp(1),
      c.ln(10), c.log10(2), c.quantize(Decimal('1.2345'), Decimal('0.1')), c.to_sci_string(Decimal('1E+9')), c.abs(-3))
attempt(c.add, 1, 1.5)
for prec in (1, 5, 17, 50, 80):
    getcontext().prec = prec
    print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(2).log10(), Decimal(3) ** Decimal('1.7'),
          Decimal('1.0001') ** 10000, Decimal('0.999').ln(), Decimal('1e-5').exp(), Decimal(7) ** -3)
print([n for n in dir(decimal) if n[0].isupper() and n not in ('ConversionSyntax', 'DivisionImpossible',
                                                              'DivisionUndefined', 'InvalidContext')])
