"""Averages and spread of numbers, summed exactly as fractions; and the normal distribution."""
import math as _math
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from collections import Counter as _Counter
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
    return [_Fraction(value) for value in values]


def _as_kind(value, kind):
    if kind is int and getattr(value, 'denominator', 0) == 1:
        return int(value)
    if kind is _Fraction or isinstance(value, float):
        return value
    if kind not in (int, float):
        return kind(value.numerator) / kind(value.denominator)
    return value.numerator / value.denominator


def _ratio(a, b):
    return a / b if isinstance(a, float) else _Fraction(a, b)


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
    if weights is None and len(data) == 1 and isinstance(data[0], (int, float, _Fraction)):
        if data[0] < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    _kind(data)
    if any(value < 0 for value in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    parts = [w / x for w, x in zip(weights, data)]
    return _as_kind(_Fraction(sum(weights)) / sum(_exact(parts)), _kind(parts))


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
    return float(middle) - interval / 2.0 + interval * (len(data) / 2 - below) / (through - below)


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
    if len(data) < least:
        raise StatisticsError(f'{name} requires at least {"two data points" if least == 2 else "one data point"}')
    kind = _kind(data)
    values = _exact(data)
    if center is None:
        middle = _ratio(sum(values), len(values))
    else:
        kind = float if isinstance(center, float) else kind
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
    if isinstance(value, float):
        return _math.sqrt(value)
    if kind not in (int, float, _Fraction):
        return _decimal_root(value, kind)
    n, m = value.numerator, value.denominator
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        scaled, exact = divmod(n, m << 2 * shift)
    else:
        scaled, exact = divmod(n << -2 * shift, m)
    root = _math.isqrt(scaled)
    root |= root * root != scaled or exact != 0
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


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


class LinearRegression(tuple):
    __slots__ = ()
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f'LinearRegression(slope={self[0]!r}, intercept={self[1]!r})'


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept for simple linear regression."""
    dx, dy, center_x, center_y = _pairs(x, y, 'linear regression')
    if proportional:
        dx, dy = x, y
    try:
        slope = _products(dx, dy) / _products(dx, dx)
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression((slope, 0.0 if proportional else center_y - slope * center_x))


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

    mean = median = mode = property(lambda self: self._mu)
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
        low, high = -40.0, 40.0
        tail = min(p, 1.0 - p)
        while True:
            middle = (low + high) / 2
            if middle in (low, high):
                break
            low, high = (middle, high) if 0.5 * _math.erfc(-middle / _math.sqrt(2.0)) < tail else (low, middle)
        return self._mu + self._sigma * (0.0 if p == 0.5 else middle if p < 0.5 else -middle)

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
