# Random floats through the operators, rounding and formats.
state = 2024


def random_bits(n):
    global state
    value = 0
    for _ in range(n // 32 + 1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        value = value << 32 | state >> 32
    return value & ((1 << n) - 1)


def random_float():
    value = (random_bits(53) + 1) * 2.0 ** (random_bits(8) % 120 - 90)
    return -value if random_bits(1) else value


total = 0


def add(value):
    global total
    total = (total * 1000003 + hash(value)) % (2**61 - 1)


for i in range(2000):
    x, y, n = random_float(), random_float(), random_bits(4)
    for value in (x + y, x - y, x * y, x / y, x // y, x % y, -x, abs(y), int(x), round(x), round(x, n), round(x, -n),
                  x.as_integer_ratio()[0], x.is_integer(), abs(x) ** 0.5, x ** 3, float(int(x)), x == y, x < y):
        add(value)
    q, r = divmod(x, y)
    add(q)
    add(r)
    for text in (f"{x:.3f}", f"{x:e}", f"{x:g}", f"{x:,.2f}", f"{x:.{n}g}", f"{x:+012.3f}", f"{x:%}", f"{x:#.5g}", f"{x:.{n}}"):
        for c in text:
            add(ord(c))
    if i % 250 == 0:
        print(i, total, x, y, f"{x:.4g} {y:>20,.3f}|{x:<15.2e}|{y:^+20.3g}|{x:_.1f}")
print(total)
