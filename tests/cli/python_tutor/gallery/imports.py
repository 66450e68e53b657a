import math
import math as m
from math import sqrt, pi, floor as fl
import collections
import datetime
from datetime import date, timedelta
import string, itertools
import operator as op
print(sqrt(16), fl(2.7), m.gcd(12, 18))
r = op.add(1, 2)
letters = string.ascii_lowercase[:5]
perms = list(itertools.permutations([1, 2]))
d = date(2024, 2, 28) + timedelta(days=2)
print(d, d.year)
