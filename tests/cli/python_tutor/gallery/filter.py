nums = range(1, 11)
ev = list(filter(lambda n: n % 2 == 0, nums))
from functools import reduce
prod = reduce(lambda a, b: a * b, ev)
print(ev, prod, any(n > 5 for n in ev), all(ev))
