import itertools as it
c = it.count(5, 2)
print(next(c), next(c))
z = list(it.zip_longest([1, 2], 'a', fillvalue='-'))
g = {k: list(v) for k, v in it.groupby('aabbb')}
p = list(it.product('ab', [1, 2]))
ch = list(it.chain([1], (2, 3)))
cy = it.cycle('xy')
s = list(it.islice(cy, 3))
acc = list(it.accumulate([1, 2, 3]))
print(z, g, p, ch, s, acc)
