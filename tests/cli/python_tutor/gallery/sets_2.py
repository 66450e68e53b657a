a = {1, 2, 3}
b = {2, 3, 4}
c = a | b
d = a & b
e = a - b
f = a ^ b
g = frozenset(a)
h = {g: 1}
a.add(10)
a.discard(1)
s = set('hello')
print(len(s))
for x in sorted(c):
    print(x)
empty = set()
