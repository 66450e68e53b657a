a = 7; b = 2
print(a / b, a // b, a % b, a ** b, -a // b, a & b, a | b, a ^ b, ~a, a << b, a >> 1)
c = 1_000_000
d = 0xff + 0o17 + 0b11
e = 1e3; f = 2.5e-3
g = complex(1, -2)
h = round(2.675, 2), round(2.5), round(-1234, -2)
i = float('nan'), float('-inf')
j = 10 ** 20
k = True + True
print(c, d, e, f, g.real, h, j, k, int('42'), int(3.9), abs(-3), divmod(-7, 3), pow(2, 5, 7))
