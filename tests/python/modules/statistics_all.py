# Averages, spread and the normal distribution: values, types of results, errors.
import statistics as s
from fractions import Fraction as F

data = [2.5, 3.25, 5.5, 11.25, 11.75]
ints = [1, 2, 4, 7, 9, 4]
for f in (s.mean, s.fmean, s.median, s.median_low, s.median_high, s.median_grouped, s.mode, s.multimode, s.pstdev, s.stdev, s.variance, s.pvariance, s.quantiles, s.harmonic_mean):
    print(f.__name__, f(data), f(ints), f([1, 1]), f(x for x in ints), f([F(1, 2), F(3, 4)]), f([1e10, 1, 1e-10]), f([0.1] * 3 + [0.3]))
print(s.mean([True, False]), s.mean([1, 3]), type(s.mean([1, 3])), s.mean([1, 2]), s.fmean([1, 2], [3, 1]), s.mean([0.1] * 10), s.mean([1e308, 1e308]), s.mean([float('inf'), 1]))
print(s.mode('aabbb'), s.multimode('aabbc'), s.multimode([]), s.median(['a', 'b', 'c']), s.quantiles(range(1, 11), n=10), s.quantiles(data, n=3, method='inclusive'), s.quantiles([1, 2]))
print(s.variance(ints, 4.5), s.pvariance(ints, 4.5), s.variance([1, 3]), s.stdev([1, 2, 3]), s.pstdev([1, 2, 3]), s.geometric_mean([2, 8]), s.median_grouped([1, 2, 2, 3, 4, 4, 4, 5], 2))
for f, bad in ((s.mean, []), (s.fmean, []), (s.median, []), (s.mode, []), (s.stdev, [1]), (s.variance, [1]), (s.pvariance, []), (s.quantiles, [1]), (s.mean, ['a']), (s.mean, [None]), (s.median_low, []), (s.pstdev, [])):
    try:
        print(f(bad))
    except Exception as e:
        print(f.__name__, type(e).__name__, e, isinstance(e, ValueError))
n = s.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.pdf(100), n.cdf(115), n.zscore(130), n + 5, n * 2, n - n, -n, n == s.NormalDist(100, 15), s.NormalDist(), round(n.inv_cdf(0.9), 6), [round(q, 6) for q in n.quantiles()], s.NormalDist.from_samples(ints), n / 3)
x, y = [1, 2, 3, 4], [2, 4, 5, 9]
print(round(s.covariance(x, y), 9), round(s.correlation(x, y), 9), s.linear_regression(x, [2, 4, 6, 8]))
