b = b'abc'
ba = bytearray(b'xyz')
ba[0] = 65
c = 3 + 4j
d = c.conjugate()
n = None
e = ...
f = frozenset([1, 2])
r = range(5)
sl = slice(1, 5, 2)
z = zip([1], [2])
m = map(str, [1, 2])
en = enumerate('ab')
it = iter([1, 2])
mv = memoryview(b)
t = type(3)
ni = NotImplemented
print(b, ba, c * d, f, r[2])
