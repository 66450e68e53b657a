# What can be assigned to, deleted and annotated.
a = b = 1
c, (d, *e), [f] = 1, (2, 3, 4), [5]
print(a, b, c, d, e, f)
*g, h = 'xyz'
print(g, h)
i: int = 3
(j) = 4
k = [0, 1, 2, 3]
k[1:3] = [9]
k[0], k[-1] = k[-1], k[0]
del k[1], (a, b)
print(i, j, k)
i += 1; i -= 2; i *= 6; i //= 4; i **= 2; i %= 5; i <<= 3; i >>= 1; i |= 1; i &= 7; i ^= 2
print(i)
if (n := 10) > 5:
    print(n)
for x, (y, z) in [(1, (2, 3))]:
    print(x, y, z)
print([p for q in ((1, 2), (3,)) for p in q if p != 2], {r: s for r, s in ((1, 2),)})
