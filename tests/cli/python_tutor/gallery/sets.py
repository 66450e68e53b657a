a = {1, 2, 3}
b = {3, 4}
print(a | b, a & b, a - b, a ^ b)
a.add(10)
a.discard(1)
names = {'bob', 'al', 'cy'}
e = set()
fs = frozenset(a)
