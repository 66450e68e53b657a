"""Functions of complex numbers, built from those of real numbers; after Kahan's treatment of the branch cuts."""
import math as _math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)
_copysign = _math.copysign
_huge = 1.7976931348623157e308 / 4


def _parts(z):
    if isinstance(z, (str, bytes)) or not (hasattr(z, '__complex__') or hasattr(z, '__float__') or
                                       hasattr(z, '__index__')):
        raise TypeError(f'must be real number, not {type(z).__name__}')
    z = complex(z)
    return z.real, z.imag


def isfinite(z, /):
    """Return True if both the real and imaginary parts of z are finite, else False."""
    return all(map(_math.isfinite, _parts(z)))


def isinf(z, /):
    """Checks if the real or imaginary part of z is infinite."""
    return any(map(_math.isinf, _parts(z)))


def isnan(z, /):
    """Checks if the real or imaginary part of z not a number (NaN)."""
    return any(map(_math.isnan, _parts(z)))


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Determine whether two complex numbers are close in value."""
    a, b = complex(*_parts(a)), complex(*_parts(b))
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    away = abs(a - b)
    return away <= rel_tol * abs(b) or away <= rel_tol * abs(a) or away <= abs_tol


def phase(z, /):
    """Return argument, also known as the phase angle, of a complex."""
    x, y = _parts(z)
    return _math.atan2(y, x)


def polar(z, /):
    """Convert a complex from rectangular coordinates to polar coordinates."""
    z = complex(*_parts(z))
    return abs(z), phase(z)


def rect(r, phi, /):
    """Convert from polar coordinates to rectangular coordinates."""
    if not phi:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(z, /):
    """Return the exponential value e**z."""
    x, y = _parts(z)
    if x > 708 and _math.isfinite(x):
        size = _math.exp(x - 1)
        return _checked(complex(size * _math.cos(y) * e, size * _math.sin(y) * e))
    size = _math.exp(x)
    return complex(size * _math.cos(y), size * _math.sin(y))


def _checked(z):
    if isinf(z):
        raise OverflowError('math range error')
    return z


def _log_of_size(x, y):
    x, y = abs(x), abs(y)
    if x > _huge or y > _huge:
        return _math.log(_math.hypot(x / 2, y / 2)) + _math.log(2)
    size = _math.hypot(x, y)
    if x < 2.2250738585072014e-308 and y < 2.2250738585072014e-308:
        if not size:
            raise ValueError('math domain error')
        return _math.log(_math.hypot(_math.ldexp(x, 53), _math.ldexp(y, 53))) - 53 * _math.log(2)
    if 0.71 <= size <= 1.73:
        large, small = max(x, y), min(x, y)
        return _math.log1p((large - 1) * (large + 1) + small * small) / 2
    return _math.log(size)


def log(z, base=None, /):
    """log(z[, base]) -> the logarithm of z to the given base."""
    x, y = _parts(z)
    found = complex(_log_of_size(x, y), _math.atan2(y, x))
    return found if base is None else found / log(base)


def log10(z, /):
    """Return the base-10 logarithm of z."""
    found = log(z)
    return complex(found.real / _math.log(10), found.imag / _math.log(10))


def sqrt(z, /):
    """Return the square root of z."""
    x, y = _parts(z)
    if not x and not y:
        return complex(0.0, y)
    if _math.isinf(y):
        return complex(inf, y)
    a, b = abs(x), abs(y)
    a /= 8
    s = 2 * _math.sqrt(a + _math.hypot(a, b / 8))
    d = b / (2 * s)
    return complex(s, _copysign(d, y)) if x >= 0 else complex(d, _copysign(s, y))


def cosh(z, /):
    """Return the hyperbolic cosine of z."""
    x, y = _parts(z)
    return complex(_math.cos(y) * _math.cosh(x), _math.sin(y) * _math.sinh(x))


def sinh(z, /):
    """Return the hyperbolic sine of z."""
    x, y = _parts(z)
    return complex(_math.cos(y) * _math.sinh(x), _math.sin(y) * _math.cosh(x))


def tanh(z, /):
    """Return the hyperbolic tangent of z."""
    x, y = _parts(z)
    if abs(x) > 354:
        return complex(_copysign(1.0, x), 4 * _math.sin(y) * _math.cos(y) * _math.exp(-2 * abs(x)))
    tx, ty = _math.tanh(x), _math.tan(y)
    cx = 1 / _math.cosh(x)
    product = tx * ty
    bottom = 1 + product * product
    return complex(tx * (1 + ty * ty) / bottom, ty / bottom * cx * cx)


def cos(z, /):
    """Return the cosine of z."""
    x, y = _parts(z)
    return cosh(complex(-y, x))


def sin(z, /):
    """Return the sine of z."""
    x, y = _parts(z)
    turned = sinh(complex(-y, x))
    return complex(turned.imag, -turned.real)


def tan(z, /):
    """Return the tangent of z."""
    x, y = _parts(z)
    turned = tanh(complex(-y, x))
    return complex(turned.imag, -turned.real)


def acos(z, /):
    """Return the arc cosine of z."""
    x, y = _parts(z)
    if abs(x) > _huge or abs(y) > _huge:
        size = _math.log(_math.hypot(x / 2, y / 2)) + 2 * _math.log(2)
        return complex(_math.atan2(abs(y), x), -_copysign(size, y))
    a, b = sqrt(complex(1 - x, -y)), sqrt(complex(1 + x, y))
    return complex(2 * _math.atan2(a.real, b.real), _math.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    """Return the inverse hyperbolic cosine of z."""
    x, y = _parts(z)
    if abs(x) > _huge or abs(y) > _huge:
        return complex(_math.log(_math.hypot(x / 2, y / 2)) + 2 * _math.log(2), _math.atan2(y, x))
    a, b = sqrt(complex(x - 1, y)), sqrt(complex(x + 1, y))
    return complex(_math.asinh(a.real * b.real + a.imag * b.imag), 2 * _math.atan2(a.imag, b.real))


def asinh(z, /):
    """Return the inverse hyperbolic sine of z."""
    x, y = _parts(z)
    if abs(x) > _huge or abs(y) > _huge:
        size = _math.log(_math.hypot(x / 2, y / 2)) + 2 * _math.log(2)
        return complex(_copysign(size, x), _math.atan2(y, abs(x)))
    a, b = sqrt(complex(1 + y, -x)), sqrt(complex(1 - y, x))
    return complex(_math.asinh(a.real * b.imag - b.real * a.imag), _math.atan2(y, a.real * b.real - a.imag * b.imag))


def asin(z, /):
    """Return the arc sine of z."""
    x, y = _parts(z)
    turned = asinh(complex(-y, x))
    return complex(turned.imag, -turned.real)


def atanh(z, /):
    """Return the hyperbolic arc tangent of z."""
    x, y = _parts(z)
    if x < 0 or not x and _copysign(1, x) < 0:
        return -atanh(complex(-x, -y))
    away = abs(y)
    if x > 1e153 or away > 1e153:
        size = _math.hypot(x / 2, y / 2)
        return complex(x / 4 / size / size, -_copysign(pi / 2, -y))
    if x == 1 and away < 1e-153:
        if not away:
            raise ValueError('math domain error')
        return complex(-_math.log(_math.sqrt(away) / _math.sqrt(_math.hypot(away, 2))),
                       _copysign(_math.atan2(2, -away) / 2, y))
    return complex(_math.log1p(4 * x / ((1 - x) * (1 - x) + away * away)) / 4,
                   -_math.atan2(-2 * y, (1 - x) * (1 + x) - away * away) / 2)


def atan(z, /):
    """Return the arc tangent of z."""
    x, y = _parts(z)
    turned = atanh(complex(-y, x))
    return complex(turned.imag, -turned.real)
