# Which ints are shared, and how large numbers are.
import sys


def numbers(n):
    return int(str(n))


for n in (-6, -5, -1, 0, 1, 255, 256, 257):
    print(n, numbers(n) is numbers(n))
print(numbers(100) + 156 is numbers(256), numbers(200) + 57 is numbers(257), numbers(-2) * 2 is numbers(-4))
for bits in (0, 1, 29, 30, 31, 59, 60, 61, 63, 64, 65, 89, 90, 91, 120, 121, 300, 1000, 10000):
    print(bits, sys.getsizeof(1 << bits), sys.getsizeof((1 << bits) - 1), sys.getsizeof(-(1 << bits)))
print(sys.getsizeof(0), sys.getsizeof(True), sys.getsizeof(False), sys.getsizeof(1.5), sys.getsizeof(1j))
print(int.__basicsize__, int.__itemsize__, float.__basicsize__, complex.__basicsize__, (5).__sizeof__())
x = 10**30
print(+x is x, int(x) is x, abs(x) is x, x + 0 is x)
print(hash(0), hash(1), hash(-1), hash(2**61 - 1), hash(2**61), hash(-2**61), hash(10**30), hash(1.5), hash(-1.5), hash(1e300))
print(hash(float("inf")), hash(float("-inf")), hash(0.1), hash(1 + 2j), hash(-1j), hash(True), hash(2**200) == hash(2.0**200))
