"""Roots, exponentials and logarithms for decimal, in whole numbers: a value is held as the int nearest to
value * 10**places.

Every function here may be wrong in the last few places; decimal asks for more than it needs, and for still more when
the places behind do not settle how to round.
"""
from math import isqrt


def divide(a, b):
    "a / b to the nearest int"
    return (2 * a + b) // (2 * b)


def exp(x, places):
    "e ** x; the argument is small enough for the result to be written down."
    halvings = max(0, x.bit_length() - (10 ** places).bit_length() + 8) + int(places ** 0.5)
    guard = 10 ** (halvings // 3 + 5)
    one = 10 ** places * guard
    argument = divide(x * guard, 1 << halvings)
    total = term = one
    n = 1
    while term:
        term = divide(term * argument, one * n)
        total += term
        n += 1
    for _ in range(halvings):
        total = divide(total * total, one)
    return divide(total, guard)


_known_logarithms = {}         # of 2 and 10: (places, value)


def _known(number, places):
    have, value = _known_logarithms.get(number, (0, 0))
    if have < places:
        have = places + 20
        value = _ln_near_one(number * 10 ** have, have)
        _known_logarithms[number] = have, value
    return divide(value, 10 ** (have - places))


def _ln_near_one(x, places):
    "ln x for x > 0 of moderate size: roots bring it near 1, then 2 * artanh((x - 1) / (x + 1))."
    roots = int(places ** 0.5) + 3
    places += roots // 2 + 10
    one = 10 ** places
    x *= 10 ** (roots // 2 + 10)
    for _ in range(roots):
        x = isqrt(x * one)
    ratio = divide((x - one) * one, x + one)
    square = divide(ratio * ratio, one)
    total, term, n = 0, ratio, 1
    while term:
        total += divide(term, n)
        term = divide(term * square, one)
        n += 2
    return divide(total << (roots + 1), 10 ** (roots // 2 + 10))


def ln10(places):
    return _known(10, places)


def ln(coefficient, exponent, places):
    "ln(coefficient * 10**exponent)"
    length = len(str(coefficient)) if coefficient.bit_length() < 9000 else int(coefficient.bit_length() * 0.30103)
    exponent += length
    work = places + len(str(abs(exponent))) + 5
    shift = work - length
    x = coefficient * 10 ** shift if shift >= 0 else divide(coefficient, 10 ** -shift)
    return divide(_ln_near_one(x, work) + exponent * ln10(work), 10 ** (work - places))


def log10(coefficient, exponent, places):
    work = places + 10
    return divide(ln(coefficient, exponent, work) * 10 ** places, ln10(work))
