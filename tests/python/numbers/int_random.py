# Thousands of random pairs of ints through every operator; one running number stands for all results.
state = 12345


def random_bits(n):
    global state
    value = 0
    for _ in range(n // 32 + 1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        value = value << 32 | state >> 32
    return value & ((1 << n) - 1)


sizes = [3, 8, 29, 30, 31, 32, 59, 60, 61, 62, 63, 64, 65, 90, 120, 127, 128, 129, 200, 511, 1024]


def random_int():
    value = random_bits(sizes[random_bits(16) % len(sizes)])
    if random_bits(3) == 0:
        value = (1 << value % 200) + random_bits(2) - 1
    return -value if random_bits(1) else value


total = 0


def add(value):
    global total
    total = (total * 1000003 + value) % (2**89 - 1)


for i in range(3000):
    a, b, n = random_int(), random_int(), random_bits(7)
    for value in (a + b, a - b, a * b, a * a, -a, ~a, abs(b), a & b, a | b, a ^ b, a << n, a >> n, a >> n * 3):
        add(value)
    if b:
        q, r = divmod(a, b)
        add(q)
        add(r)
        add(a // b)
        add(a % b)
        assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)) and abs(r) < abs(b)
    add((a < b) + 2 * (a <= b) + 4 * (a == b) + 8 * (a != b) + 16 * (a > b) + 32 * (a >= b))
    add(hash(a))
    add(a.bit_length() + 1000 * a.bit_count())
    add(int(str(a)) + int(hex(b), 16) + int(oct(a), 8) + int(bin(b), 2))
    if i % 500 == 0:
        print(i, total)
print(total)
