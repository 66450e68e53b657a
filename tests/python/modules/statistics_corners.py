# What each function of statistics makes of good and of odd data.
from statistics import *
from fractions import Fraction as F
from decimal import Decimal as D
def t(f, *a, **k):
    try: print(f.__name__, repr(f(*a, **k)))
    except Exception as e: print(f.__name__, type(e).__name__, e)
inf, nan = float('inf'), float('nan')
class MyFloat(float):
    def __truediv__(s, o): return type(s)(super().__truediv__(o))
    def __add__(s, o): return type(s)(super().__add__(o))
    __radd__ = __add__
    def __mul__(s, o): return type(s)(super().__mul__(o))
    __rmul__ = __mul__
print(NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), NormalDist(0,1).overlap(NormalDist(0,1)), NormalDist(0,1).overlap(NormalDist(5,1)))
t(NormalDist(0,1).overlap, 3); t(NormalDist(0,0).overlap, NormalDist(1,0)); t(NormalDist(0,1).overlap, NormalDist(1,0))
for f in (mean, fmean, median, mode, pstdev, stdev, variance, pvariance, harmonic_mean, geometric_mean, median_low, median_high, median_grouped, multimode, quantiles):
    for d in ([], [1], [1, 2, 3, 4], [1.5, 2.5, 2.5], [F(1, 2), F(1, 3)], [D('1.5'), D('2.5'), D('4')], [1, nan], ['a'], ['a','b'], [1, D(2)], [1.5, D(2)], [MyFloat(1), MyFloat(2)], [True, False], (1, 2), {1: 2, 3: 4}, iter([1, 2, 5]), range(10), None, 5, [None], [-1, 2], [0, 1], [1j, 2], [10**400, 1], [1e308]*3, 'abc', [[1], [2]], [3, 1, 2, 2, 3], {3, 1, 2}, [D('nan'), 1]):
        t(f, iter([1,2,5]) if not hasattr(d, '__len__') and hasattr(d, '__next__') else d)
t(harmonic_mean, [10, 20], [0, 0]); t(harmonic_mean, [10], [0]); t(harmonic_mean, [40, 60], [5, 30]); t(harmonic_mean, [40, 60], weights=[5]); t(harmonic_mean, [40], weights=[-1]); t(harmonic_mean, [1, 'a']); t(fmean, [1, 2], [3, 1]); t(fmean, [1, 2], [1]); t(fmean, [1, 2], [0, 0]); t(fmean, ['a'])
t(median_grouped, [1, 2, 2, 3, 4, 4, 4], 2); t(median_grouped, [1, 3, 3, 5, 7]); t(median_grouped, ['a']); t(median_grouped, [1, 'a']); t(median_grouped, ['1', '2']); t(median_grouped, [1], 'a')
t(variance, [1, 2, 3], 2); t(pvariance, [1, 2, 3], mu=2.5); t(stdev, [1, 2], xbar=1.5); t(variance, [F(1,2), F(1,3)], F(1,4)); t(variance, [1,2], D(1)); t(pstdev, [D(1), D(2)]); t(stdev, [F(1,3), F(1,7)])
t(quantiles, [1, 2, 3], n=1); t(quantiles, [1, 2, 3, 4, 5], n=4, method='inclusive'); t(quantiles, [1, 2], method='x'); t(quantiles, [F(1), F(2), F(3)]); t(quantiles, range(100), n=10)
t(correlation, [1, 2, 3], [1, 5, 7]); t(correlation, [1, 2], [1]); t(covariance, [1, 2, 3], [4, 5, 7]); t(linear_regression, [1, 2, 3], [4, 5, 7]); t(linear_regression, [1, 2, 3], [2, 4, 6], proportional=True); t(linear_regression, [1, 1], [2, 3]); t(linear_regression, [1], [2]); t(linear_regression, [1, 2], [3])
lr = linear_regression([1, 2], [3, 5]); a, b = lr; print(lr.slope, lr.intercept, lr._fields, lr == (2.0, 1.0), lr._asdict(), lr[0])
N = NormalDist(1, 2)
print(N, N + 3, N * 2, N - 1, 3 - N, N / 2, -N, +N, N + N, N == NormalDist(1, 2), hash(N) == hash(NormalDist(1, 2)), N.mean, N.median, N.mode, N.stdev, N.variance, N.pdf(1), N.cdf(2), N.zscore(5))
t(N.__add__, 'a'); t(N.pdf, 'a'); t(NormalDist, 'a'); t(NormalDist.from_samples, [1]); t(NormalDist.from_samples, [1, 2, 3]); t(N.inv_cdf, 0); t(N.inv_cdf, 1.5); t(N.quantiles, 1); t(N.samples, 3, seed=1); t(setattr, N, 'mean', 3); t(setattr, N, 'x', 3)
