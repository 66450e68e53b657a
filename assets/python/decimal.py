"""Decimal arithmetic by the General Decimal Arithmetic specification, on whole numbers of any size.

A finite number is (-1)**_sign * _coef * 10**_exp. _kind says what else a Decimal may be: an infinity, or a NaN that is
quiet or signals, whose payload is _coef. Operations compute exactly, or with a digit that says that there was more, and
_fixed rounds to the context.
"""
import re
from math import isqrt
from _decimal_context import *
from _decimal_context import ConversionSyntax, DivisionImpossible, DivisionUndefined, ROUNDINGS as _ROUNDINGS
from collections import namedtuple
import _decimal_math
import numbers

__all__ = [
    'Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException',
    'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow',
    'FloatOperation', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP',
    'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN',
    'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR',
]
HAVE_THREADS = HAVE_CONTEXTVAR = True
__version__ = '1.70'
__libmpdec_version__ = '2.5.1'

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')

_FINITE, _INFINITE, _QUIET, _SIGNALING = range(4)
_current = DefaultContext.copy()


def getcontext():
    "The context that operations use."
    return _current


def setcontext(context):
    "Makes a context the one that operations use."
    global _current
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    _current = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


class _Local:
    def __init__(self, context):
        self.context = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.context)
        return self.context

    def __exit__(self, *error):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    "A context manager whose block has a copy of the context to itself, with the attributes given."
    if not isinstance(ctx, (Context, type(None))):
        raise TypeError('optional argument must be a context')
    context = (ctx or getcontext()).copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return _Local(context)


# ---- whole numbers ----

def _length(n):
    "How many decimal digits n has."
    if n < 10 ** 18:
        return len(str(n))
    guess = int(n.bit_length() * 0.30102999566398119)
    return guess + (n >= 10 ** guess)


def _digits(n):
    return str(n) if n.bit_length() < 14000 else _digits(n // 10 ** 4000) + str(n % 10 ** 4000).zfill(4000)


def _goes_up(rounding, sign, kept, twice, whole):
    "Is what was dropped, not nothing, a reason to take the next number away from zero? It is twice / whole halves."
    if rounding == ROUND_HALF_EVEN:
        return twice > whole or (twice == whole and kept & 1)
    if rounding == ROUND_HALF_UP:
        return twice >= whole
    if rounding == ROUND_HALF_DOWN:
        return twice > whole
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return sign
    if rounding == ROUND_05UP:
        return kept % 5 == 0
    return rounding == ROUND_UP


def _drop(sign, coef, places, rounding):
    "coef without its last places, rounded; and was anything but zeros dropped?"
    whole = 10 ** places if places <= _length(coef) + 1 else 10 ** (_length(coef) + 1)
    kept, rest = divmod(coef, whole)
    if rest and _goes_up(rounding, sign, kept, 2 * rest, whole):
        kept += 1
    return kept, rest != 0


# ---- making and rounding ----

def _make(sign, coef, exp, kind=_FINITE, cls=None):
    self = object.__new__(cls or Decimal)
    self._sign, self._coef, self._exp, self._kind = sign, coef, exp, kind
    return self


def _nan(context, condition=InvalidOperation):
    context.signal(condition)
    return _make(0, 0, 0, _QUIET)


def _infinity(sign):
    return _make(sign, 0, 0, _INFINITE)


def _overflow(sign, context):
    to_infinity = {ROUND_UP: True, ROUND_DOWN: False, ROUND_05UP: False, ROUND_CEILING: not sign, ROUND_FLOOR: sign}
    context.signal(Overflow, Inexact, Rounded)
    if to_infinity.get(context.rounding, True):
        return _infinity(sign)
    return _make(sign, 10 ** context.prec - 1, context.Etop())


def _fixed_zero(sign, exp, context):
    top = context.Etop() if context.clamp else context.Emax
    within = min(max(exp, context.Etiny()), top)
    if within != exp:
        context.signal(Clamped)
    return _make(sign, 0, within)


def _fixed(sign, coef, exp, context):
    "The number as the context can hold it."
    if not coef:
        return _fixed_zero(sign, exp, context)
    prec = context._prec
    least = _length(coef) + exp - prec           # the exponent that leaves prec digits
    if least <= exp and exp >= context.Etiny() and least + prec - 1 >= context._Emin and not context._clamp:
        if least + prec - 1 <= context._Emax:
            return _make(sign, coef, exp)
    if least > context.Etop():
        return _overflow(sign, context)
    subnormal = least < context.Etiny()
    least = max(least, context.Etiny())
    conditions = []
    if exp < least:
        coef, inexact = _drop(sign, coef, least - exp, context._rounding)
        exp = least
        if _length(coef) > prec:
            coef, exp = coef // 10, exp + 1
        if exp > context.Etop():
            return _overflow(sign, context)
        if inexact and subnormal:
            conditions.append(Underflow)
        if subnormal:
            conditions.append(Subnormal)
        conditions += [Inexact, Rounded] if inexact else [Rounded]
        if not coef:
            conditions.append(Clamped)
    elif subnormal:
        conditions.append(Subnormal)
    if context._clamp and exp > context.Etop():
        coef, exp = coef * 10 ** (exp - context.Etop()), context.Etop()
        conditions.append(Clamped)
    if conditions:
        context.signal(*conditions)
    return _make(sign, coef, exp)


def _fix(value, context):
    return value._checked(context) or _fixed(value._sign, value._coef, value._exp, context)


_number = re.compile(r'([-+]?)(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|(inf(?:inity)?)|(s)?nan(\d*))\Z',
                     re.IGNORECASE)


def _parsed(cls, text, context):
    match = _number.match(text.strip().replace('_', ''))
    if not match:
        context.signal(ConversionSyntax)
        return _make(0, 0, 0, _QUIET, cls)
    sign, whole, fraction, exponent, infinite, signaling, payload = match.groups()
    sign = int(sign == '-')
    if infinite:
        return _make(sign, 0, 0, _INFINITE, cls)
    if whole is None:
        return _make(sign, int(payload or 0), 0, _SIGNALING if signaling else _QUIET, cls)
    fraction = fraction or ''
    return _make(sign, int(whole + fraction), int(exponent or 0) - len(fraction), _FINITE, cls)


def _from_sequence(cls, value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if sign not in (0, 1) or not isinstance(sign, int):
        raise ValueError('sign must be an integer with the value 0 or 1')
    if exponent == 'F':
        return _make(sign, 0, 0, _INFINITE, cls)
    if not all(isinstance(digit, int) and 0 <= digit <= 9 for digit in digits):
        raise ValueError('coefficient must be a tuple of digits')
    coef = int(''.join(map(str, digits)) or 0)
    if exponent in ('n', 'N'):
        return _make(sign, coef, 0, _QUIET if exponent == 'n' else _SIGNALING, cls)
    if not isinstance(exponent, int):
        raise ValueError('string argument in the third position must be \'F\', \'n\' or \'N\'')
    return _make(sign, coef, exponent, _FINITE, cls)


def _from_float(cls, value):
    if value != value or value in (float('inf'), float('-inf')):
        return _parsed(cls, repr(value), getcontext())
    numerator, denominator = abs(value).as_integer_ratio()
    places = denominator.bit_length() - 1
    sign = int(str(value)[0] == '-')
    return _make(sign, numerator * 5 ** places, -places, _FINITE, cls)


def _operand(value):
    "A Decimal for an operand that may be an int; None for anything else."
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        value = int(value)
        return _make(int(value < 0), abs(value), 0)
    return None


def _argument(value):
    number = _operand(value)
    if number is None:
        raise TypeError('conversion from %s to Decimal is not supported' % type(value).__name__)
    return number


# ---- operators ----

def _binary(compute):
    "The two methods of a binary operator."
    def plain(self, other):
        number = _operand(other)
        return NotImplemented if number is None else compute(self, number, getcontext())

    def reflected(self, other):
        number = _operand(other)
        return NotImplemented if number is None else compute(number, self, getcontext())

    return plain, reflected


def _propagated(context, *operands):
    "The NaN that NaN operands give, or None."
    for kind in (_SIGNALING, _QUIET):
        for value in operands:
            if value._kind == kind:
                if kind == _SIGNALING:
                    context.signal(InvalidOperation)
                return _make(value._sign, value._coef % 10 ** (context.prec - context.clamp), 0, _QUIET)
    return None


def _add(a, b, context, negate=0):
    nan = _propagated(context, a, b)
    if nan is not None:
        return nan
    other_sign = b._sign ^ negate
    if a._kind or b._kind:
        if a._kind and b._kind and a._sign != other_sign:
            return _nan(context)
        return _infinity(a._sign if a._kind else other_sign)
    exp = min(a._exp, b._exp)
    if not a._coef and not b._coef:
        sign = a._sign if a._sign == other_sign else int(context.rounding == ROUND_FLOOR)
        return _fixed_zero(sign, exp, context)
    if not a._coef or not b._coef:
        one, sign = (b, other_sign) if not a._coef else (a, a._sign)
        exp = max(exp, one._exp - context.prec - 1)
        return _fixed(sign, one._coef * 10 ** max(one._exp - exp, 0), min(one._exp, exp), context)
    x, y, exp = _aligned(a, b, context.prec)
    total = (-x if a._sign else x) + (-y if other_sign else y)
    sign = int(total < 0) if total else int(context.rounding == ROUND_FLOOR if a._sign != other_sign else a._sign)
    return _fixed(sign, abs(total), exp, context)


def _aligned(a, b, prec):
    "Both coefficients at one exponent; of what is far too small to matter only that it is there."
    high, low = (a, b) if a._exp >= b._exp else (b, a)
    low_coef, low_exp = low._coef, low._exp
    cut = high._exp + min(-1, _length(high._coef) - prec - 2)
    if _length(low_coef) + low_exp - 1 < cut:
        low_coef, low_exp = 1, cut
    high_coef = high._coef * 10 ** (high._exp - low_exp)
    return (high_coef, low_coef, low_exp) if high is a else (low_coef, high_coef, low_exp)


def _subtract(a, b, context):
    return _add(a, b, context, 1)


def _multiply(a, b, context):
    nan = _propagated(context, a, b)
    if nan is not None:
        return nan
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if (not a._kind and not a._coef) or (not b._kind and not b._coef):
            return _nan(context)
        return _infinity(sign)
    return _fixed(sign, a._coef * b._coef, a._exp + b._exp, context)


def _quotient_of_specials(a, b, context):
    "What a / b is where one of them is no ordinary number or b is 0; None otherwise."
    nan = _propagated(context, a, b)
    if nan is not None:
        return nan
    sign = a._sign ^ b._sign
    if a._kind:
        return _nan(context) if b._kind else _infinity(sign)
    if b._kind:
        context.signal(Clamped)
        return _make(sign, 0, context.Etiny())
    if not b._coef:
        if not a._coef:
            return _nan(context, DivisionUndefined)
        context.signal(DivisionByZero)
        return _infinity(sign)
    return None


def _divide(a, b, context):
    special = _quotient_of_specials(a, b, context)
    if special is not None:
        return special
    sign, ideal = a._sign ^ b._sign, a._exp - b._exp
    if not a._coef:
        return _fixed(sign, 0, ideal, context)
    shift = _length(b._coef) - _length(a._coef) + context.prec + 1
    exp = ideal - shift
    coef, rest = divmod(a._coef * 10 ** max(shift, 0), b._coef * 10 ** max(-shift, 0))
    if rest:
        coef += coef % 5 == 0  # a digit that is neither 0 nor 5 says that there is more
    else:
        while exp < ideal and coef % 10 == 0:
            coef, exp = coef // 10, exp + 1
    return _fixed(sign, coef, exp, context)


def _whole_division(a, b, context):
    "The quotient without fraction and the remainder, both not yet rounded; None if the quotient is too long."
    exp = min(a._exp, b._exp)
    if not a._coef or a._exp + _length(a._coef) < b._exp + _length(b._coef):
        return 0, a._coef * 10 ** (a._exp - exp), exp
    if _length(a._coef) + a._exp - _length(b._coef) - b._exp > context.prec:
        return None
    quotient, rest = divmod(a._coef * 10 ** (a._exp - exp), b._coef * 10 ** (b._exp - exp))
    return None if _length(quotient) > context.prec else (quotient, rest, exp)


def _floor_divide(a, b, context):
    special = _quotient_of_specials(a, b, context)
    if special is not None:
        return special if special._kind else _make(a._sign ^ b._sign, 0, 0)
    parts = _whole_division(a, b, context)
    return _nan(context, DivisionImpossible) if parts is None else _make(a._sign ^ b._sign, parts[0], 0)


def _remainder(a, b, context):
    nan = _propagated(context, a, b)
    if nan is not None:
        return nan
    if a._kind or (not b._kind and not b._coef):
        return _nan(context, InvalidOperation if a._kind or a._coef else DivisionUndefined)
    if b._kind:
        return _fix(a, context)
    parts = _whole_division(a, b, context)
    if parts is None:
        return _nan(context, DivisionImpossible)
    if not parts[1]:
        return _make(a._sign, 0, min(a._exp, b._exp))
    return _fixed(a._sign, parts[1], parts[2], context)


def _divmod(a, b, context):
    if not a._kind and not b._kind and not b._coef and a._coef:
        context.signal(DivisionByZero, InvalidOperation)
        return _infinity(a._sign ^ b._sign), _make(0, 0, 0, _QUIET)
    return _floor_divide(a, b, context), _remainder(a, b, context)


# ---- roots, powers, exponentials ----

def _settled(sign, places_of, context, exact=None):
    """Rounds a value that can be had to any number of digits: places_of(digits) gives (coef, exp) with about so many
    digits, wrong in the last two at most."""
    digits = context.prec + 4
    while True:
        coef, exp = places_of(digits)
        extra = _length(coef) - context.prec - 1
        if extra > 2 and coef % 10 ** extra not in (0, 1, 2, 10 ** extra - 1, 10 ** extra - 2) or digits > 20000:
            break
        digits += digits // 2 + 10
    coef += coef % 5 == 0
    return _with_half_even(sign, coef, exp, context)


def _with_half_even(sign, coef, exp, context):
    saved = context._rounding
    context._rounding = ROUND_HALF_EVEN
    try:
        return _fixed(sign, coef, exp, context)
    finally:
        context._rounding = saved


def _sqrt(a, context):
    nan = _propagated(context, a)
    if nan is not None:
        return nan
    if not a._kind and not a._coef:
        return _fixed(a._sign, 0, a._exp // 2, context)
    if a._sign:
        return _nan(context)
    if a._kind:
        return _infinity(0)
    coef, exp = (a._coef, a._exp) if a._exp % 2 == 0 else (a._coef * 10, a._exp - 1)
    shift = max(0, context.prec + 1 - (_length(coef) + 1) // 2)
    scaled = coef * 100 ** shift
    root = isqrt(scaled)
    if root * root == scaled:
        exp = exp // 2 - shift
        while exp < a._exp // 2 and root % 10 == 0:
            root, exp = root // 10, exp + 1
        return _with_half_even(0, root, exp, context)
    return _with_half_even(0, root + (root % 5 == 0), exp // 2 - shift, context)


def _exp_places(sign, coef, exp):
    "e ** x as a function of the digits wanted"
    def places_of(digits):
        places = digits + max(0, _length(coef) + exp) + 5
        x = coef * 10 ** (exp + places) if exp + places >= 0 else _decimal_math.divide(coef, 10 ** -(exp + places))
        whole, rest = divmod(-x if sign else x, _decimal_math.ln10(places))
        return _decimal_math.exp(rest, places) // 10 ** (places - digits), whole - digits
    return places_of


def _exp(a, context):
    nan = _propagated(context, a)
    if nan is not None:
        return nan
    if a._kind:
        return _make(0, 0, 0) if a._sign else _infinity(0)
    if not a._coef:
        return _make(0, 1, 0)
    size = _length(a._coef) + a._exp
    if size > 20:
        return _fixed(0, 1, context.Etiny() - 10, context) if a._sign else _overflow(0, context)
    if size < -context.prec - 2:
        tiny = 10 ** (context.prec + 2) + (-1 if a._sign else 1)
        return _with_half_even(0, tiny, -context.prec - 2, context)
    return _settled(0, _exp_places(a._sign, a._coef, a._exp), context)


def _ln_places(coef, exp, base10=False):
    compute = _decimal_math.log10 if base10 else _decimal_math.ln

    def places_of(digits):
        places = digits
        while _length(value := abs(compute(coef, exp, places))) < digits:      # near 1 the logarithm is near 0
            places += digits - _length(value) + 2
        return value, -places
    return places_of


def _logarithm(a, context, base10):
    nan = _propagated(context, a)
    if nan is not None:
        return nan
    if not a._kind and not a._coef:
        return _infinity(1)
    if a._sign:
        return _nan(context)
    if a._kind:
        return _infinity(0)
    coef, exp = a._coef, a._exp
    while coef % 10 == 0:
        coef, exp = coef // 10, exp + 1
    if coef == 1 and (base10 or exp == 0):
        return _fixed(int(exp < 0), abs(exp), 0, context)
    return _settled(int(_length(coef) + exp < 1), _ln_places(coef, exp, base10), context)


def _whole_value(a):
    "The int that a finite Decimal is, or None; not for huge ones."
    if a._exp >= 0:
        return None if a._exp > 40 else a._coef * 10 ** a._exp * (-1 if a._sign else 1)
    whole, rest = divmod(a._coef, 10 ** min(-a._exp, _length(a._coef) + 1))
    return None if rest else -whole if a._sign else whole


def _is_odd(a):
    whole = _whole_value(a)
    return whole is not None and whole % 2 == 1


def _power_of_specials(a, b, context):
    nan = _propagated(context, a, b)
    if nan is not None:
        return nan
    if not b._kind and not b._coef:
        return _nan(context) if not a._kind and not a._coef else _make(0, 1, 0)
    integral = not b._kind and (b._exp >= 0 or _whole_value(b) is not None)
    sign = int(a._sign and _is_odd(b))
    if a._sign and not integral and (a._kind or a._coef):
        return _nan(context)
    if not a._kind and not a._coef:
        return _infinity(sign) if b._sign else _make(sign, 0, 0)
    if a._kind:
        return _make(sign, 0, 0) if b._sign else _infinity(sign)
    if b._kind:
        size = _compare(_make(0, a._coef, a._exp), _make(0, 1, 0))
        if size == 0:
            return _fixed(0, 10 ** (context.prec - 1), 1 - context.prec, context)
        return _infinity(0) if (size > 0) != bool(b._sign) else _make(0, 0, 0)
    return None


def _whole_power(a, n, context):
    "a ** n for an int n: exact if that is short enough to be written down, otherwise with some digits more."
    sign, size = int(a._sign and n % 2), abs(n)
    if a._coef == 1 and not a._exp:
        return _make(sign, 1, 0)
    if a._coef == 1:
        return _fixed(sign, 1, a._exp * n, context)
    if _length(a._coef) * size <= 20 * context.prec + 100:
        coef, exp = a._coef ** size, a._exp * size
        return _fixed(sign, coef, exp, context) if n > 0 else _divide(_make(0, 1, 0), _make(sign, coef, exp), context)
    work = Context(prec=context.prec + 5 + len(str(size)), rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX,
                   Emin=MIN_EMIN, traps=[])
    factor, result = _make(0, a._coef, a._exp), _make(0, 1, 0)
    if n < 0:
        factor = _divide(result, factor, work)
    for bit in bin(size)[2:]:                        # square and multiply
        result = _multiply(result, result, work)
        if bit == '1':
            result = _multiply(result, factor, work)
    if result._kind:
        return _overflow(sign, context)
    return _with_half_even(sign, result._coef, result._exp, context)


def _real_power(sign, a, b, context):
    size = _length(a._coef) + a._exp - 1             # a is from 10 ** size to below 10 ** (size + 1)
    away = size >= 1 or size <= -2 or (a._exp < 0 and a._coef * 10 == 10 ** -a._exp)
    if away and _length(b._coef) + b._exp > 20:
        large = (size > 0) != bool(b._sign)
        return _overflow(sign, context) if large else _fixed(sign, 1, context.Etiny() - 10, context)

    def places_of(digits):
        work = digits + 30 + max(0, _length(b._coef) + b._exp) + len(str(abs(a._exp)))
        product = _decimal_math.ln(a._coef, a._exp, work) * b._coef * (-1 if b._sign else 1)
        places = work + max(0, -b._exp)
        product *= 10 ** (places + b._exp - work)
        power, rest = divmod(product, _decimal_math.ln10(places))
        value = _decimal_math.exp(rest, places)
        return value // 10 ** (places - digits), power - digits

    return _settled(sign, places_of, context)


def _exact_root_power(a, b, context):
    "a ** b for a fraction b where the result is exact, such as 4 ** 0.5; None otherwise."
    numerator, denominator = b.as_integer_ratio()
    if denominator > 1000 or abs(numerator) > 1000:
        return None
    coef, exp = a._coef, a._exp
    while coef % 10 == 0:
        coef, exp = coef // 10, exp + 1
    shift = exp % denominator
    coef, exp = coef * 10 ** shift, exp - shift
    root = 1 << -(-coef.bit_length() // denominator)
    while True:                # Newton's method from above
        better = ((denominator - 1) * root + coef // root ** (denominator - 1)) // denominator
        if better >= root:
            break
        root = better
    if root ** denominator != coef:
        return None
    result = _whole_power(_make(0, root, exp // denominator), numerator, context)
    if result._kind or not result._coef:
        return result
    pad = context.prec - _length(result._coef)
    return _fixed(0, result._coef * 10 ** pad, result._exp - pad, context)


def _power(a, b, context):
    special = _power_of_specials(a, b, context)
    if special is not None:
        return special
    n = _whole_value(b)
    if n is not None and (abs(n) < 10 ** 20 or (a._coef == 1 and not a._exp)):
        return _whole_power(a, n, context)
    if a._coef == 10 ** -a._exp if a._exp <= 0 else False:
        context.signal(Inexact, Rounded)
        return _fixed(0, 10 ** (context.prec - 1), 1 - context.prec, context)
    exact = _exact_root_power(a, b, context)
    if exact is not None:
        context.signal(Inexact, Rounded)
        return exact
    return _real_power(int(a._sign and _is_odd(b)), a, b, context)


# ---- comparison ----

def _compare(a, b):
    "-1, 0 or 1 for two numbers that are no NaN."
    if a._kind or b._kind:
        left = (-1 if a._sign else 1) if a._kind else 0
        right = (-1 if b._sign else 1) if b._kind else 0
        return (left > right) - (left < right)
    if not a._coef or not b._coef or a._sign != b._sign:
        left = 0 if not a._coef else -1 if a._sign else 1
        right = 0 if not b._coef else -1 if b._sign else 1
        return (left > right) - (left < right)
    size_a, size_b = _length(a._coef) + a._exp, _length(b._coef) + b._exp
    if size_a != size_b:
        answer = 1 if size_a > size_b else -1
    else:
        exp = min(a._exp, b._exp)
        x, y = a._coef * 10 ** (a._exp - exp), b._coef * 10 ** (b._exp - exp)
        answer = (x > y) - (x < y)
    return -answer if a._sign else answer


def _comparable(value, equality):
    if isinstance(value, float):
        context = getcontext()
        if equality:
            dict.__setitem__(context.flags, FloatOperation, True)
        else:
            context.signal(FloatOperation)
        return _from_float(Decimal, value)
    return _operand(value)


def _comparison(test, equality=False):
    def method(self, other):
        number = _comparable(other, equality)
        if number is None and isinstance(other, numbers.Rational) and self._kind < _QUIET:
            left = self if self._kind else _make(self._sign, self._coef * other.denominator, self._exp)
            return test(_compare(left, _operand(other.numerator)))
        if number is None and equality and isinstance(other, numbers.Complex) and other.imag == 0:
            number = _comparable(other.real, equality)
        if number is None:
            return NotImplemented
        if self._kind >= _QUIET or number._kind >= _QUIET:
            if not equality or _SIGNALING in (self._kind, number._kind):
                getcontext().signal(InvalidOperation)
            return False
        return test(_compare(self, number))
    return method


# ---- text ----

def _plain_text(value, context, engineering=False):
    sign = '-' if value._sign else ''
    if value._kind:
        text = ('', 'Infinity', 'NaN', 'sNaN')[value._kind]
        return sign + text + (str(value._coef) if value._kind >= _QUIET and value._coef else '')
    digits = _digits(value._coef)
    left = value._exp + len(digits)                  # digits before the point
    if value._exp <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif digits == '0':
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        text = '0.' + '0' * -point + digits
    elif point >= len(digits):
        text = digits + '0' * (point - len(digits))
    else:
        text = digits[:point] + '.' + digits[point:]
    return sign + text + ('' if left == point else ('E' if context.capitals else 'e') + '%+d' % (left - point))


_format_spec = re.compile(r'(?:(.)?([<>=^]))?([-+ ])?(z)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgGn%])?\Z', re.DOTALL)


def _grouped(whole, width):
    parts = []
    while whole or not parts:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    text = ','.join(parts)
    while len(text) < width:
        text = '0' + text if (len(text) + 1) % 4 else '0,' + text
    return text


def _formatted(value, spec, context):
    match = _format_spec.match(spec)
    if not match:
        raise ValueError('invalid format string')
    fill, align, sign, no_negative_zero, zero, width, comma, precision, kind = match.groups()
    if zero:
        if align:
            zero = None
        else:
            fill, align = '0', '='
    width = int(width or 0)
    kind = kind or ''
    if kind == 'n':
        kind = 'g'
    if value._kind:
        number = _plain_text(value, context).lstrip('-')
        lead = '-' if value._sign else sign if sign in ('+', ' ') and sign else ''
        if zero:
            fill, align = ' ', '>'
        return _padded(lead + ('' if kind != '%' else ''), number + ('%' if kind == '%' else ''), fill, align, width)
    coef, exp, negative = value._coef, value._exp, value._sign
    if kind == '%':
        exp += 2
    if precision is not None:
        precision = int(precision)
        coef, exp = _to_precision(negative, coef, exp, precision, kind, context.rounding)
    if no_negative_zero and not coef:
        negative = 0
    whole, fraction, power = _layout(coef, exp, kind, precision)
    lead = '-' if negative else sign if sign in ('+', ' ') and sign else ''
    tail = ('.' + fraction if fraction else '') + _power_text(power, kind, context) + ('%' if kind == '%' else '')
    if comma:
        whole = _grouped(whole, width - len(lead) - len(tail) if zero else 0)
    return _padded(lead, whole + tail, fill, align, width)


def _to_precision(sign, coef, exp, precision, kind, rounding):
    if kind in ('f', 'F', '%'):
        drop = -precision - exp
    elif kind in ('e', 'E'):
        drop = _length(coef) - precision - 1
    else:
        drop = _length(coef) - max(precision, 1)
        if drop <= 0:
            return coef, exp
    if drop > 0:
        size = _length(coef)
        coef, inexact = _drop(sign, coef, drop, rounding)
        if kind not in ('f', 'F', '%') and _length(coef) > size - drop and drop < size:
            coef, drop = coef // 10, drop + 1
        return coef, exp + drop
    if kind in ('f', 'F', '%') or coef:
        return coef * 10 ** -drop, exp + drop
    return coef, exp


def _layout(coef, exp, kind, precision):
    "The digits before and behind the point, and the power of ten, None if none is to be written."
    if kind in ('f', 'F', '%') and exp > 0:
        coef, exp = coef * 10 ** exp, 0
    digits = _digits(coef)
    left = exp + len(digits)
    if kind in ('f', 'F', '%'):
        point = left
    elif kind in ('e', 'E'):
        point = 1
        if not coef and precision is not None:
            return '0', '0' * precision, exp + precision
    else:
        point = left if exp <= 0 and left > -6 else 1
    if point <= 0:
        whole, fraction = '0', '0' * -point + digits
    elif point >= len(digits):
        whole, fraction = digits + '0' * (point - len(digits)), ''
    else:
        whole, fraction = digits[:point], digits[point:]
    power = left - point
    return whole, fraction, power if power or kind in ('e', 'E') else None


def _power_text(power, kind, context):
    if power is None:
        return ''
    return {'E': 'E', 'e': 'e', 'G': 'E', 'g': 'e'}.get(kind, 'E' if context.capitals else 'e') + '%+d' % power


def _padded(lead, body, fill, align, width):
    pad = (fill or ' ') * (width - len(lead) - len(body))
    if align == '=':
        return lead + pad + body
    text = lead + body
    if align == '<':
        return text + pad
    if align == '^':
        half = len(pad) // 2
        return pad[:half] + text + pad[half:]
    return pad + text


# ---- the class ----

_PRIME = 2 ** 61 - 1           # sys.hash_info.modulus
_TENTH = pow(10, _PRIME - 2, _PRIME)


class Decimal:
    """Construct a new Decimal object. 'value' can be an integer, string, tuple,
    or another Decimal object. If no value is given, return Decimal('0').
    The context does not affect the conversion and is only passed to determine
    if the InvalidOperation trap is active.
    """

    _tp_size = 104
    _tp_gc = False
    __slots__ = ('_sign', '_coef', '_exp', '_kind')
    _tp_name = 'decimal.Decimal'

    def __new__(cls, value='0', context=None):
        context = context or getcontext()
        if isinstance(value, str):
            return _parsed(cls, value, context)
        if isinstance(value, Decimal):
            return value if cls is Decimal and type(value) is Decimal else \
                _make(value._sign, value._coef, value._exp, value._kind, cls)
        if isinstance(value, int):
            return _make(int(value < 0), abs(int(value)), 0, _FINITE, cls)
        if isinstance(value, float):
            context.signal(FloatOperation)
            return _from_float(cls, value)
        if isinstance(value, (tuple, list)):
            return _from_sequence(cls, value)
        raise TypeError('conversion from %s to Decimal is not supported' % type(value).__name__)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        return _from_float(cls, f)

    def __setattr__(self, name, value):
        if hasattr(self, '_kind') and name in Decimal.__slots__:
            raise AttributeError("attribute '%s' of 'decimal.Decimal' objects is not writable" % name)
        object.__setattr__(self, name, value)

    # operators
    __add__, __radd__ = _binary(_add)
    __sub__, __rsub__ = _binary(_subtract)
    __mul__, __rmul__ = _binary(_multiply)
    __truediv__, __rtruediv__ = _binary(_divide)
    __floordiv__, __rfloordiv__ = _binary(_floor_divide)
    __mod__, __rmod__ = _binary(_remainder)
    __divmod__, __rdivmod__ = _binary(_divmod)
    _pow, __rpow__ = _binary(_power)

    def __pow__(self, other, modulo=None):
        return self._pow(other) if modulo is None else getcontext().power(self, other, modulo)

    def __neg__(self):
        return _plus_or_minus(self, getcontext(), 1)

    def __pos__(self):
        return _plus_or_minus(self, getcontext(), 0)

    def __abs__(self):
        return _plus_or_minus(self, getcontext(), self._sign)

    __eq__ = _comparison(lambda order: order == 0, True)
    __lt__ = _comparison(lambda order: order < 0)
    __le__ = _comparison(lambda order: order <= 0)
    __gt__ = _comparison(lambda order: order > 0)
    __ge__ = _comparison(lambda order: order >= 0)

    def __hash__(self):
        if self._kind == _SIGNALING:
            raise TypeError('Cannot hash a signaling NaN value')
        if self._kind == _QUIET:
            return object.__hash__(self)
        if self._kind:
            return hash(float('-inf' if self._sign else 'inf'))
        power = pow(10 if self._exp >= 0 else _TENTH, abs(self._exp), _PRIME)
        value = self._coef % _PRIME * power % _PRIME
        return hash(-value if self._sign else value)

    def __bool__(self):
        return self._kind != _FINITE or self._coef != 0

    def __repr__(self):
        return "Decimal('%s')" % _plain_text(self, getcontext())

    def __str__(self):
        return _plain_text(self, getcontext())

    def to_eng_string(self, context=None):
        return _plain_text(self, context or getcontext(), True)

    def __format__(self, format_spec):
        return _formatted(self, format_spec, getcontext()) if format_spec else str(self)

    # conversions
    def _finite(self, target):
        if self._kind >= _QUIET:
            raise ValueError('cannot convert NaN to %s' % target)
        if self._kind:
            raise OverflowError('cannot convert Infinity to %s' % target)

    def __int__(self):
        self._finite('integer')
        if self._exp >= 0:
            size = self._coef * 10 ** self._exp
        else:
            size = self._coef // 10 ** min(-self._exp, _length(self._coef))
        return -size if self._sign else size

    __trunc__ = __int__

    def __float__(self):
        if self._kind == _SIGNALING:
            raise ValueError('cannot convert signaling NaN to float')
        return float('%snan' % ('-' * self._sign)) if self._kind == _QUIET else float(str(self))

    def __complex__(self):
        return complex(float(self))

    def _rounded_to_int(self, rounding):
        self._finite('integer')
        return int(self._rescaled(0, rounding))

    def __floor__(self):
        return self._rounded_to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._rounded_to_int(ROUND_CEILING)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return self._rounded_to_int(ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError('optional arg must be an integer')
        if self._kind == _INFINITE:
            return _nan(getcontext())
        with localcontext(rounding=ROUND_HALF_EVEN):
            return self.quantize(_make(0, 1, -ndigits))

    def as_integer_ratio(self):
        if self._kind >= _QUIET:
            raise ValueError('cannot convert NaN to integer ratio')
        if self._kind:
            raise OverflowError('cannot convert Infinity to integer ratio')
        from math import gcd
        top, bottom = self._coef * 10 ** max(self._exp, 0), 10 ** max(-self._exp, 0)
        common = gcd(top, bottom)
        return (-top if self._sign else top) // common, bottom // common

    def as_tuple(self):
        digits = tuple(map(int, _digits(self._coef)))
        if self._kind == _INFINITE:
            return DecimalTuple(self._sign, (0,), 'F')
        if self._kind:
            return DecimalTuple(self._sign, digits if self._coef else (), 'n' if self._kind == _QUIET else 'N')
        return DecimalTuple(self._sign, digits, self._exp)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # inside
    def _checked(self, context):
        "For what is no finite number: itself, or the NaN that it becomes."
        if self._kind == _INFINITE:
            return self
        return _propagated(context, self) if self._kind else None

    def _rescaled(self, exp, rounding):
        if self._kind or not self._coef:
            return self if self._kind else _make(self._sign, 0, exp)
        if self._exp >= exp:
            return _make(self._sign, self._coef * 10 ** (self._exp - exp), exp)
        return _make(self._sign, _drop(self._sign, self._coef, exp - self._exp, rounding)[0], exp)

    # questions
    def adjusted(self):
        return 0 if self._kind else self._exp + _length(self._coef) - 1

    def canonical(self):
        return self

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._kind == _FINITE

    def is_infinite(self):
        return self._kind == _INFINITE

    def is_nan(self):
        return self._kind >= _QUIET

    def is_qnan(self):
        return self._kind == _QUIET

    def is_snan(self):
        return self._kind == _SIGNALING

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._kind == _FINITE and not self._coef

    def is_normal(self, context=None):
        return bool(self._kind == _FINITE and self._coef and (context or getcontext()).Emin <= self.adjusted())

    def is_subnormal(self, context=None):
        return bool(self._kind == _FINITE and self._coef and (context or getcontext()).Emin > self.adjusted())

    def number_class(self, context=None):
        if self._kind:
            return ('', '-Infinity' if self._sign else '+Infinity', 'NaN', 'sNaN')[self._kind]
        kind = 'Zero' if not self._coef else 'Subnormal' if self.is_subnormal(context) else 'Normal'
        return '+-'[self._sign] + kind

    def radix(self):
        return Decimal(10)

    def same_quantum(self, other, context=None):
        other = _argument(other)
        if self._kind or other._kind:
            return (self._kind == _INFINITE) == (other._kind == _INFINITE) and bool(self._kind) == bool(other._kind)
        return self._exp == other._exp

    # copies
    def copy_abs(self):
        return _make(0, self._coef, self._exp, self._kind)

    def copy_negate(self):
        return _make(1 - self._sign, self._coef, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _make(_argument(other)._sign, self._coef, self._exp, self._kind)

    # comparisons that give a Decimal
    def compare(self, other, context=None):
        context, other = context or getcontext(), _argument(other)
        nan = _propagated(context, self, other)
        return Decimal(_compare(self, other)) if nan is None else nan

    def compare_signal(self, other, context=None):
        context, other = context or getcontext(), _argument(other)
        if self._kind >= _QUIET or other._kind >= _QUIET:
            context.signal(InvalidOperation)
        return self.compare(other, context)

    def _order(self):
        "A key that puts all numbers, and all forms of each, in one order; for numbers of one sign."
        return (self._kind, self._coef) if self._kind else (0, 0)

    def compare_total(self, other, context=None):
        other = _argument(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        order = (self._kind > other._kind) - (self._kind < other._kind)
        if self._kind >= _QUIET and other._kind >= _QUIET and self._kind != other._kind:
            order = -order
        elif not order and self._kind:
            order = (self._coef > other._coef) - (self._coef < other._coef)
        elif not order:
            order = _compare(self.copy_abs(), other.copy_abs()) or (self._exp > other._exp) - (self._exp < other._exp)
        return Decimal(-order if self._sign else order)

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_argument(other).copy_abs())

    def _extreme(self, other, context, wanted, magnitude):
        context, other = context or getcontext(), _argument(other)
        if self._kind >= _QUIET or other._kind >= _QUIET:
            number = other if self._kind == _QUIET else self
            if number._kind < _QUIET and _SIGNALING not in (self._kind, other._kind):
                return _fix(number, context)
            return _propagated(context, self, other)
        a, b = (self.copy_abs(), other.copy_abs()) if magnitude else (self, other)
        order = _compare(a, b) or int(self.compare_total(other))
        return _fix(self if order * wanted > 0 or not order else other, context)

    def max(self, other, context=None):
        return self._extreme(other, context, 1, False)

    def min(self, other, context=None):
        return self._extreme(other, context, -1, False)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, -1, True)

    # functions
    def sqrt(self, context=None):
        return _sqrt(self, context or getcontext())

    def exp(self, context=None):
        return _exp(self, context or getcontext())

    def ln(self, context=None):
        return _logarithm(self, context or getcontext(), False)

    def log10(self, context=None):
        return _logarithm(self, context or getcontext(), True)

    def logb(self, context=None):
        context = context or getcontext()
        nan = _propagated(context, self)
        if nan is not None:
            return nan
        if self._kind:
            return _infinity(0)
        if not self._coef:
            context.signal(DivisionByZero)
            return _infinity(1)
        return _fix(Decimal(self.adjusted()), context)

    def fma(self, other, third, context=None):
        context = context or getcontext()
        other, third = _argument(other), _argument(third)
        if self._kind or other._kind:
            product = _multiply(self, other, context)
        else:
            product = _make(self._sign ^ other._sign, self._coef * other._coef, self._exp + other._exp)
        return _add(product, third, context)

    def remainder_near(self, other, context=None):
        context, other = context or getcontext(), _argument(other)
        remainder = _remainder(self, other, context)
        if remainder._kind or other._kind:
            return remainder
        exp = min(self._exp, other._exp)
        top, bottom = self._coef * 10 ** (self._exp - exp), other._coef * 10 ** (other._exp - exp)
        quotient, rest = divmod(top, bottom)
        sign = self._sign
        if 2 * rest + (quotient & 1) > bottom:
            rest, sign = bottom - rest, 1 - sign
        return _fixed(sign, rest, exp, context)

    def normalize(self, context=None):
        context = context or getcontext()
        value = _fix(self, context)
        if value._kind:
            return value
        if not value._coef:
            return _make(value._sign, 0, 0)
        coef, exp = value._coef, value._exp
        top = context.Etop() if context.clamp else context.Emax
        while coef % 10 == 0 and exp < top:
            coef, exp = coef // 10, exp + 1
        return _make(value._sign, coef, exp)

    def quantize(self, exp, rounding=None, context=None):
        context, other = context or getcontext(), _argument(exp)
        rounding = rounding or context.rounding
        if rounding not in _ROUNDINGS:
            context.copy().rounding = rounding
        nan = _propagated(context, self, other)
        if nan is not None:
            return nan
        if self._kind or other._kind:
            return self if self._kind and other._kind else _nan(context)
        if not context.Etiny() <= other._exp <= context.Emax:
            return _nan(context)
        value = self._rescaled(other._exp, rounding)
        if value._coef and (value.adjusted() > context.Emax or _length(value._coef) > context.prec):
            return _nan(context)
        if value._exp > self._exp and self._coef:
            inexact = value._coef * 10 ** min(value._exp - self._exp, _length(self._coef) + 1) != self._coef
            context.signal(*([Inexact, Rounded] if inexact else [Rounded]))
        return value

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        special = self._checked(context)
        if special is not None:
            return special
        return self if self._exp >= 0 else self._rescaled(0, rounding or context.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        value = self.to_integral_value(rounding, context)
        if not value._kind and self._exp < 0 and self._coef:
            context.signal(*([Inexact, Rounded] if _compare(value, self) else [Rounded]))
        return value

    def scaleb(self, other, context=None):
        context, other = context or getcontext(), _argument(other)
        nan = _propagated(context, self, other)
        if nan is not None:
            return nan
        if other._kind or other._exp or abs(int(other)) > 2 * (context.Emax + context.prec):
            return _nan(context)
        return self if self._kind else _fixed(self._sign, self._coef, self._exp + int(other), context)

    def next_plus(self, context=None):
        return _neighbour(self, context or getcontext(), 0)

    def next_minus(self, context=None):
        return _neighbour(self, context or getcontext(), 1)

    def next_toward(self, other, context=None):
        context, other = context or getcontext(), _argument(other)
        nan = _propagated(context, self, other)
        if nan is not None:
            return nan
        order = _compare(self, other)
        return self.copy_sign(other) if not order else _neighbour(self, context, int(order > 0))

    def _moved(self, other, context, turn):
        context, other = context or getcontext(), _argument(other)
        nan = _propagated(context, self, other)
        if nan is not None:
            return nan
        if other._kind or other._exp or abs(int(other)) > context.prec:
            return _nan(context)
        if self._kind:
            return self
        digits, places = _digits(self._coef).zfill(context.prec)[-context.prec:], int(other)
        digits = digits[places:] + digits[:places] if turn else \
            digits[:places] if places < 0 else (digits + '0' * places)[-context.prec:]
        return _make(self._sign, int(digits or 0), self._exp)

    def rotate(self, other, context=None):
        return self._moved(other, context, True)

    def shift(self, other, context=None):
        return self._moved(other, context, False)

    # logical operations: the digits are bits
    def _logical(self, other, context, combine):
        context, other = context or getcontext(), _argument(other)
        texts = []
        for value in (self, other):
            if value._kind or value._sign or value._exp or set(_digits(value._coef)) - {'0', '1'}:
                return _nan(context)
            texts.append(_digits(value._coef).zfill(context.prec)[-context.prec:])
        return _make(0, int(''.join(str(combine(int(x), int(y))) for x, y in zip(*texts))), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda x, y: x & y)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda x, y: x | y)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda x, y: x ^ y)

    def logical_invert(self, context=None):
        ones = _make(0, int('1' * (context or getcontext()).prec), 0)
        return self._logical(ones, context, lambda x, y: x ^ y)


numbers.Number.register(Decimal)


def _plus_or_minus(value, context, flip):
    special = value._kind and value._checked(context)
    if special:
        return special if special._kind != _INFINITE else _make(value._sign ^ flip, 0, 0, _INFINITE)
    sign = value._sign ^ flip
    if not value._coef:
        sign = int(context.rounding == ROUND_FLOOR and sign)
    return _fixed(sign, value._coef, value._exp, context)


def _neighbour(value, context, down):
    "The next number above or below that the context can hold."
    nan = _propagated(context, value)
    if nan is not None:
        return nan
    largest = _make(value._sign, 10 ** context.prec - 1, context.Etop())
    if value._kind:
        return value if value._sign == down else largest
    quiet = context.copy()
    quiet.clear_traps()
    quiet.rounding = ROUND_FLOOR if down else ROUND_CEILING
    fixed = _fix(value, quiet)
    if _compare(fixed, value):
        return fixed
    return _add(value, _make(down, 1, context.Etiny() - 1), quiet)


# ---- contexts do everything too ----

def _context_method(name, *rest):
    if name in ('add', 'subtract', 'multiply', 'divide', 'divide_int', 'remainder', 'divmod'):
        compute = {'add': _add, 'subtract': _subtract, 'multiply': _multiply, 'divide': _divide,
                   'divide_int': _floor_divide, 'remainder': _remainder, 'divmod': _divmod}[name]
        return lambda self, x, y: compute(_argument(x), _argument(y), self)
    takes_context = name not in ('copy_abs', 'copy_negate', 'canonical', 'is_canonical', 'is_finite', 'is_infinite',
                                 'is_nan', 'is_qnan', 'is_snan', 'is_signed', 'is_zero')

    def method(self, x, *others):
        number = _argument(x)
        return getattr(number, name)(*others, context=self) if takes_context else getattr(number, name)(*others)
    return method


for _name in ('add subtract multiply divide divide_int remainder divmod sqrt exp ln log10 logb fma remainder_near '
              'normalize quantize to_integral_value to_integral_exact scaleb next_plus next_minus next_toward rotate '
              'shift logical_and logical_or logical_xor logical_invert compare compare_signal compare_total '
              'compare_total_mag max min max_mag min_mag copy_abs copy_negate copy_sign canonical is_canonical '
              'is_finite is_infinite is_nan is_qnan is_snan is_signed is_zero is_normal is_subnormal number_class '
              'same_quantum to_eng_string').split():
    setattr(Context, _name, _context_method(_name))
Context.to_integral = Context.to_integral_value
Context.divmod = _context_method('divmod')
Context.abs = lambda self, x: _plus_or_minus(_argument(x), self, _argument(x)._sign)
Context.plus = lambda self, x: _plus_or_minus(_argument(x), self, 0)
Context.minus = lambda self, x: _plus_or_minus(_argument(x), self, 1)
Context.radix = lambda self: Decimal(10)
Context.to_sci_string = lambda self, x: _plain_text(_argument(x), self)
Context.create_decimal = lambda self, num='0': _fix(Decimal(num, self), self)
Context.create_decimal_from_float = lambda self, f: _fix(Decimal.from_float(f), self)


def _context_power(self, a, b, modulo=None):
    if modulo is None:
        return _power(_argument(a), _argument(b), self)
    a, b, modulo = map(_argument, (a, b, modulo))
    whole = [None if value._kind else _whole_value(value) for value in (a, b, modulo)]
    if None in whole or whole[1] < 0 or not whole[2] or (not whole[0] and not whole[1]):
        return _nan(self)
    size = pow(abs(whole[0]), whole[1], abs(whole[2]))
    return _make(int(whole[0] < 0 and whole[1] % 2), size, 0)


Context.power = _context_power
