def minmax(xs): return min(xs), max(xs)
lo, hi = minmax([3, 1, 2])
a, (b, *c), d = 1, [2, 3, 4], 5
for i, (k, v) in enumerate({'x': 1, 'y': 2}.items()): print(i, k, v)
x, y = y, x = 1, 2
[p, q] = 'ab'
print(*[1, 2], sep='-', end='.\n')
m = {**{'a': 1}, 'b': 2}
l = [*range(3), *'xy']
