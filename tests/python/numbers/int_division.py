# True division of large ints is rounded once; comparisons of ints with floats are exact.
state = 99


def random_bits(n):
    global state
    value = 0
    for _ in range(n // 32 + 1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        value = value << 32 | state >> 32
    return value & ((1 << n) - 1)


total = 0.0
text = 0
for i in range(2000):
    a = random_bits(1 + random_bits(16) % 900) + 1
    b = random_bits(1 + random_bits(16) % 900) + 1
    x = a / b
    text = (text * 1000003 + int(x.hex().replace(".", "").replace("-", "5").replace("+", "6").replace("p", "7"), 16)) % (2**61 - 1)
    f = float(a)
    order = (a < f) + 2 * (a == f) + 4 * (a > f) + 8 * (f < b) + 16 * (f >= b)
    text = (text * 31 + order) % (2**61 - 1)
print(text)
for n in (2**53, 2**53 + 1, 2**53 + 2, 2**53 + 3, 2**54 + 2, 2**54 + 6, 2**1023, 2**1024 - 2**970 - 1):
    print(float(n), n / 1, n / 3, n == float(n), n < float(n), n > float(n))
for shift in range(1060, 1080):
    print((2**52 + 1) / 2**(52 + shift), 3 / 2**shift, 1 / 2**shift, 5 / 2**(shift + 1))
inf = float("inf")
nan = float("nan")
print(10**400 < inf, 10**400 > -inf, 10**400 == inf, 10**400 != nan, 10**400 < nan, 0 == -0.0, -1 < -0.5, 1 > 0.5)
for a, b in ((0, 5), (0, -5), (-0, 3), (7, 2), (-7, 2), (1, 3), (10**400, 10**399), (-10**400, 10**400 + 1)):
    print(a / b)
