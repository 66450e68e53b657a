def sieve(n):
    flags = [True] * (n + 1); flags[:2] = [False] * 2
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]: flags[i * i::i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, f in enumerate(flags) if f]
print(sieve(60), len(sieve(5000)))
def factors(n):
    out, p = {}, 2
    while p * p <= n:
        while n % p == 0: out[p] = out.get(p, 0) + 1; n //= p
        p += 1
    if n > 1: out[n] = out.get(n, 0) + 1
    return out
for n in (1, 12, 97, 360, 2**31 - 1, 600851475143): print(n, factors(n), " * ".join(f"{p}^{e}" if e > 1 else f"{p}" for p, e in factors(n).items()))
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
print(gcd(48, 18), 48 * 18 // gcd(48, 18), pow(7, 128, 13), pow(3, -1, 11))
def perfect(n): return sum(d for d in range(1, n) if n % d == 0) == n
print([n for n in range(2, 500) if perfect(n)])
def gen():
    n = 2
    while True:
        if all(n % d for d in range(2, int(n ** .5) + 1)): yield n
        n += 1
g = gen(); print([next(g) for _ in range(15)])
def collatz(n): return [n] + (collatz(n // 2 if n % 2 == 0 else 3 * n + 1) if n != 1 else [])
print(collatz(27)[:12], len(collatz(27)))
def to_base(n, b): return to_base(n // b, b) + "0123456789ABCDEF"[n % b] if n >= b else "0123456789ABCDEF"[n]
print(to_base(255, 2), to_base(255, 16), int("ff", 16), bin(10), hex(255), oct(8))
