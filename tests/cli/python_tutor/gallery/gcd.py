def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(48, 18), 7 // 2, -7 // 2, -7 % 3, 2 ** 10, 2 ** -1, 10 / 4)
big = 2 ** 100
small = 1e-7
f1 = 0.1 + 0.2
f2 = 1e20
f3 = float('inf')
f4 = -0.0
f5 = 123456.789012
f6 = 5e-324
f7 = 1.5e300
