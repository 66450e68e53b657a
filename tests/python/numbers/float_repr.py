# repr(float) is the shortest text that reads back the same.
state = 7


def random_bits(n):
    global state
    value = 0
    for _ in range(n // 32 + 1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        value = value << 32 | state >> 32
    return value & ((1 << n) - 1)


def show(value):
    text = repr(value)
    assert float(text) == value, text
    print(text)


for i in range(300):
    mantissa, exponent = random_bits(53), random_bits(11) % 2090 - 1074
    show(float.fromhex(hex(mantissa) + "p" + str(exponent - 52)))
for exponent in range(-1074, 1024, 13):
    show(2.0 ** exponent)
    show(float(f"1e{exponent // 4}"))
for n in (0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 1e17, 123456789012345678.0, 9007199254740993.0, 1e-4, 1e-5,
          0.00012345, 5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 1e22, 1e23, 4.35, 0.5):
    show(n)
    show(-n)
print(0.0, -0.0, float("inf"), float("-inf"), float("nan"), str(1.0), [1.5, -2.0], {2.5: 1e100})
