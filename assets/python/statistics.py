"""Averages and spread of numbers, summed exactly as fractions; and the normal distribution."""
import math as _math
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from collections import Counter as _Counter, namedtuple as _namedtuple
from fractions import Fraction as _Fraction
from numbers import Number as _Number

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


def _is_decimal(value):
    return isinstance(value, _Number) and type(value).__name__ == 'Decimal'


def _kind(values):
    """The type of a result computed from these values: fractions win over integers, floats over both; decimals go with
    integers only."""
    found = int
    for value in values:
        kind = type(value)
        if _is_decimal(value):
            if found not in (int, kind):
                raise TypeError(f"don't know how to coerce {found.__name__} and {kind.__name__}")
            found = kind
            continue
        if not isinstance(value, (int, float, _Fraction)):
            raise TypeError(f"can't convert type '{kind.__name__}' to numerator/denominator")
        if found not in (int, float, _Fraction) and kind is not int:
            raise TypeError(f"don't know how to coerce {found.__name__} and {kind.__name__}")
        if isinstance(value, float):
            found = float
        elif kind is _Fraction and found is int:
            found = _Fraction
    return found


def _exact(values):
    """Values that can be summed without an error: fractions; floats where one is infinite or not a number."""
    if all(isinstance(value, int) for value in values):
        return [int(value) for value in values]
    if any(isinstance(value, float) and not _math.isfinite(value) for value in values):
        return [float(value) for value in values]
    for value in values:
        if _is_decimal(value) and not value.is_finite():
            return [type(value)(number) for number in values]
    return [_Fraction(value) for value in values]


def _as_kind(value, kind):
    if kind is int and getattr(value, 'denominator', 0) == 1:
        return int(value)
    if kind is _Fraction or isinstance(value, float) or _is_decimal(value):
        return value
    if kind not in (int, float):
        return kind(value.numerator) / kind(value.denominator)
    return value.numerator / value.denominator


def _ratio(a, b):
    return a / b if isinstance(a, float) or _is_decimal(a) else _Fraction(a, b)


def mean(data):
    """Return the sample arithmetic mean of data."""
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    kind = _kind(data)
    return _as_kind(_ratio(sum(_exact(data)), len(data)), kind)


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return _math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return _math.fsum(w * x for w, x in zip(weights, data)) / total


def geometric_mean(data):
    """Convert data to floats and compute the geometric mean."""
    try:
        return _math.exp(fmean(map(_math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    """Return the harmonic mean of data."""
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if weights is None and len(data) == 1:
        if not isinstance(data[0], (int, float, _Fraction)) and not _is_decimal(data[0]):
            raise TypeError('unsupported type')
        return _not_negative(data)[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    total_weight = sum(_exact(_not_negative(weights)))
    try:
        parts = [w / x if w else 0 for w, x in zip(weights, _not_negative(data))]
    except ZeroDivisionError:
        return 0
    kind = _kind(parts)
    total = sum(_exact(parts))
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _as_kind(total_weight / total if isinstance(total, float) else _Fraction(total_weight) / total, kind)


def _not_negative(values):
    for value in values:
        if value < 0:
            raise StatisticsError('harmonic mean does not support negative values')
    return values


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    """Return the median (middle value) of numeric data."""
    data = _sorted(data)
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """Return the low median of numeric data."""
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """Return the high median of data."""
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """Estimates the median for numeric data binned around the midpoints of consecutive, fixed-width intervals."""
    data = _sorted(data)
    middle = data[len(data) // 2]
    below, through = _bisect_left(data, middle), _bisect_right(data, middle)
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return middle - interval / 2.0 + interval * (len(data) / 2 - below) / (through - below)


def mode(data):
    """Return the most common data point from discrete or nominal data."""
    for value, count in _Counter(iter(data)).most_common(1):
        return value
    raise StatisticsError('no mode for empty data')


def multimode(data):
    """Return a list of the most frequently occurring values."""
    counts = _Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """Divide data into n continuous intervals with equal probability."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    if len(data) < 2:
        raise StatisticsError('must have at least two data points')
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    inclusive = method == 'inclusive'
    spans = len(data) - 1 if inclusive else len(data) + 1
    cuts = []
    for i in range(1, n):
        at = i * spans // n if inclusive else min(max(i * spans // n, 1), len(data) - 1) - 1
        part = i * spans - (at if inclusive else at + 1) * n
        cuts.append((data[at] * (n - part) + data[at + 1] * part) / n)
    return cuts


def _square_sum(data, center, least, name):
    """The squares' exact sum around the center, the type and the count."""
    data = list(data)
    kind = _kind(data)
    if len(data) < least:
        raise StatisticsError(f'{name} requires at least {"two data points" if least == 2 else "one data point"}')
    values = _exact(data)
    if center is None:
        middle = _ratio(sum(values), len(values))
    else:
        kind = _kind([*data, center])
        middle = _exact([center])[0]
    return sum((value - middle) ** 2 for value in values), kind, len(values)


def variance(data, xbar=None):
    """Return the sample variance of data."""
    total, kind, n = _square_sum(data, xbar, 2, 'variance')
    return _as_kind(_ratio(total, n - 1), kind)


def pvariance(data, mu=None):
    """Return the population variance of data."""
    total, kind, n = _square_sum(data, mu, 1, 'pvariance')
    return _as_kind(_ratio(total, n), kind)


def _decimal_root(value, kind):
    """The square root as a Decimal, rounded once, whatever the context's digits."""
    from decimal import getcontext
    digits = getcontext().prec + 4
    shift = max(0, digits - (len(str(value.numerator)) - len(str(value.denominator))) // 2)
    scaled, exact = divmod(value.numerator * 100 ** shift, value.denominator)
    root = _math.isqrt(scaled)
    if root * root != scaled or exact:
        root = root * 10 + 1
        shift += 1
    return kind(root).scaleb(-shift).normalize() if root * root == scaled else +kind(root).scaleb(-shift)


def _root(value, kind=float):
    """The square root, rounded once: an integer root of the fraction scaled to 109 bits and a sticky bit."""
    if kind not in (int, float, _Fraction) and not _is_decimal(value):
        return _decimal_root(value, kind)
    n, m = value.numerator, value.denominator
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        scaled, exact = divmod(n, m << 2 * shift)
    else:
        scaled, exact = divmod(n << -2 * shift, m)
    root = _math.isqrt(scaled)
    root |= root * root != scaled or exact != 0
    return (root << shift) / 1 if shift >= 0 else root / (1 << -shift)


def stdev(data, xbar=None):
    """Return the square root of the sample variance."""
    total, kind, n = _square_sum(data, xbar, 2, 'stdev')
    return _root(_ratio(total, n - 1), kind)


def pstdev(data, mu=None):
    """Return the square root of the population variance."""
    total, kind, n = _square_sum(data, mu, 1, 'pstdev')
    return _root(_ratio(total, n), kind)


def _pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    center_x, center_y = _math.fsum(x) / len(x), _math.fsum(y) / len(y)
    return [a - center_x for a in x], [b - center_y for b in y], center_x, center_y


def _products(a, b):
    return _math.fsum(x * y for x, y in zip(a, b))


def covariance(x, y, /):
    """Return the sample covariance of two inputs."""
    dx, dy, *_ = _pairs(x, y, 'covariance')
    return _products(dx, dy) / (len(x) - 1)


def correlation(x, y, /):
    """Pearson's correlation coefficient."""
    dx, dy, *_ = _pairs(x, y, 'correlation')
    try:
        return _products(dx, dy) / _math.sqrt(_products(dx, dx) * _products(dy, dy))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


LinearRegression = _namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept for simple linear regression."""
    dx, dy, center_x, center_y = _pairs(x, y, 'linear regression')
    if proportional:
        dx, dy = x, y
    try:
        slope = _products(dx, dy) / _products(dx, dx)
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope, 0.0 if proportional else center_y - slope * center_x)


# Wichura's rational approximations of the normal quantile (algorithm AS 241, PPND16): numerator and denominator, highest
# power first, for the middle, the tails and the far tails.
_QUANTILE_MIDDLE = (
    (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
     1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
    (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
     5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_QUANTILE_TAIL = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
     3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_QUANTILE_FAR = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _polynomial(coefficients, x):
    value = 0.0
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


def _standard_quantile(p):
    away = p - 0.5
    if abs(away) <= 0.425:
        top, bottom = _QUANTILE_MIDDLE
        square = 0.180625 - away * away
        return _polynomial(top, square) * away / _polynomial(bottom, square)
    root = _math.sqrt(-_math.log(p if away <= 0.0 else 1.0 - p))
    (top, bottom), root = (_QUANTILE_TAIL, root - 1.6) if root <= 5.0 else (_QUANTILE_FAR, root - 5.0)
    x = _polynomial(top, root) / _polynomial(bottom, root)
    return -x if away < 0.0 else x


class NormalDist:
    """Normal distribution of a random variable"""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution',
                 '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """Make a normal distribution instance from sample data."""
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def pdf(self, x):
        """Probability density function.  P(x <= X < x+dx) / dx"""
        if not self._sigma:
            raise StatisticsError('pdf() not defined when sigma is zero')
        away = x - self._mu
        square = self._sigma * self._sigma
        return _math.exp(away * away / (-2.0 * square)) / _math.sqrt(_math.tau * square)

    def cdf(self, x):
        """Cumulative distribution function.  P(X <= x)"""
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def zscore(self, x):
        """Compute the Standard Score.  (x - mean) / stdev"""
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def inv_cdf(self, p):
        """Inverse cumulative distribution function.  x : P(X <= x) = p"""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return self._mu + _standard_quantile(p) * self._sigma

    def overlap(self, other):
        """The area under both curves, from 0.0 to 1.0: how much two normal distributions have in common."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        narrow, wide = sorted((self, other), key=lambda dist: (dist._sigma, dist._mu))
        if not narrow.variance or not wide.variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        spread, apart = wide.variance - narrow.variance, abs(wide._mu - narrow._mu)
        if not spread:
            return 1.0 - _math.erf(apart / (2.0 * narrow._sigma * _math.sqrt(2.0)))
        # the curves cross where a quadratic equation has its roots
        middle = narrow._mu * wide.variance - wide._mu * narrow.variance
        root = _math.sqrt(apart * apart + spread * _math.log(wide.variance / narrow.variance))
        half = narrow._sigma * wide._sigma * root
        crossings = (middle + half) / spread, (middle - half) / spread
        return 1.0 - sum(abs(wide.cdf(x) - narrow.cdf(x)) for x in crossings)

    def quantiles(self, n=4):
        """Divide into n continuous intervals with equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def samples(self, n, *, seed=None):
        """Generate n samples for a given mean and standard deviation."""
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
