from functools import reduce, partial
add = lambda a, b: a + b
total = reduce(add, [1, 2, 3])
double = partial(lambda k, x: k * x, 2)
base2 = partial(int, base=2)
print(total, double(4), base2('101'))
