import math
from math import sqrt, pi
import random
import string
import itertools as it
print(math.floor(2.7), sqrt(16), round(pi, 3))
random.seed(42)
a = [random.randint(1, 10) for _ in range(3)]
print(a)
p = list(it.permutations([1, 2, 3], 2))
from functools import reduce, partial
s = reduce(lambda x, y: x + y, a)
two = partial(pow, 2)
print(two(5))
from operator import add
print(add(1, 2), string.digits)
