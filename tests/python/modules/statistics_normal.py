# The normal distribution's quantiles to the last digit.
from statistics import *
N = NormalDist(100, 15)
bad = 0
print([N.inv_cdf(p/37) for p in range(1,37)])
print(NormalDist().inv_cdf(1e-9), NormalDist().inv_cdf(0.975), NormalDist().inv_cdf(1-1e-9), NormalDist().inv_cdf(1e-300))
print(N.quantiles(10))
