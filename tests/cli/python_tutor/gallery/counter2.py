from collections import Counter
c = Counter()
for ch in 'hello':
    c[ch] += 1
d = c + Counter('lo')
e = c - Counter('l')
print(c.most_common(1), sorted(d.elements()), e['zz'])
class Bag(Counter): pass
b = Bag('aab')
