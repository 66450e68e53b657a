print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7 / 2, 2 ** 10, 2 ** -1, 2 ** 0.5, divmod(-17, 5), abs(-3), round(2.5), round(3.5), round(-2.5), round(1234.567, -2), round(2.675, 2), int(-3.9), 0.1 + 0.2, 0.1 + 0.2 == 0.3, 1e308 * 10, -1e308 * 10, 10 ** 25, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -17 >> 2, True + True, 3 == 3.0, 0.1 .as_integer_ratio(), (255).to_bytes(2, "big"), (10).bit_length(), float("1e3"), int("1010", 2), int("0x1f", 0), complex(1, 2) * 1j, (3+4j).conjugate(), abs(3+4j))
def newton(n, eps=1e-12):
    x = n
    while abs(x * x - n) > eps: x = (x + n / x) / 2
    return x
print(newton(2), newton(9), f"{newton(10):.4f}")
def bisect(f, a, b, n=60):
    for _ in range(n): m = (a + b) / 2; a, b = (a, m) if f(a) * f(m) <= 0 else (m, b)
    return a
print(round(bisect(lambda x: x ** 3 - x - 2, 1, 2), 10))
def pi(n): return 4 * sum((-1) ** k / (2 * k + 1) for k in range(n))
print(pi(1000)); e, t = 0, 1
for k in range(1, 20): e += t; t /= k
print(e)
def integrate(f, a, b, n=100): h = (b - a) / n; return h * (f(a) / 2 + sum(f(a + i * h) for i in range(1, n)) + f(b) / 2)
print(integrate(lambda x: x * x, 0, 3), sum([0.1] * 10), max(0.1, 1e-5), min(-0.0, 0.0))
def roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        k, n = divmod(n, v); out += s * k
    return out
print([roman(n) for n in (4, 9, 14, 1994, 2024, 3999)])
def mean(a): return sum(a) / len(a)
def median(a): s = sorted(a); m = len(s) // 2; return s[m] if len(s) % 2 else (s[m - 1] + s[m]) / 2
def std(a): m = mean(a); return (sum((x - m) ** 2 for x in a) / (len(a) - 1)) ** 0.5
d = [2, 4, 4, 4, 5, 5, 7, 9]; print(mean(d), median(d), f"{std(d):.4f}", {x: d.count(x) for x in d})
for k in range(1, 16): print("FizzBuzz" if k % 15 == 0 else "Fizz" if k % 3 == 0 else "Buzz" if k % 5 == 0 else k, end=" ")
print(); print("\n".join(" ".join(f"{i * j:3}" for j in range(1, 6)) for i in range(1, 6)))
for n in range(100, 1000):
    if sum(int(c) ** 3 for c in str(n)) == n: print(n, end=",")
print(); print([y for y in (1900, 2000, 2023, 2024) if y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)])
def luhn(s): return sum(d if i % 2 == 0 else sum(divmod(d * 2, 10)) for i, d in enumerate(map(int, reversed(s)))) % 10 == 0
print(luhn("4539578763621486"), luhn("1234567890123456"), bin(13).count("1"), f"{13:b}"[::-1], 0b1101, 0xff, 1_000_000)
for f in (lambda: 1 / 0, lambda: 1 % 0, lambda: int("x"), lambda: float("x"), lambda: 10.0 ** 400, lambda: int(float("nan")), lambda: (-8) ** (1 / 3), lambda: 2 ** 10000 * 1.0, lambda: round("a"), lambda: 0 ** -1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
