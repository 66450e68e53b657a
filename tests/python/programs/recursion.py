def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield f"{n}:{a}->{c}"; yield from hanoi(n - 1, b, a, c)
print(*hanoi(3))
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
print([fact(i) for i in range(8)], fact(30))
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms("abc"), len(perms("abcde")))
def power_set(s): return [[]] if not s else [x for r in power_set(s[1:]) for x in (r, [s[0]] + r)]
print(power_set([1, 2, 3]))
def flatten(x): return [y for e in x for y in flatten(e)] if isinstance(x, list) else [x]
print(flatten([1, [2, [3, [4, []]]]]))
def ackermann(m, n): return n + 1 if m == 0 else ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))
print(ackermann(2, 3))
def queens(n, cols=()):
    if len(cols) == n: return [cols]
    return [s for c in range(n) if all(c != d and abs(c - d) != len(cols) - i for i, d in enumerate(cols)) for s in queens(n, cols + (c,))]
print(len(queens(6)), queens(4))
for c in queens(6)[0]: print("." * c + "Q" + "." * (5 - c))
def combos(items, k): return [[]] if k == 0 else [] if not items else [[items[0]] + c for c in combos(items[1:], k - 1)] + combos(items[1:], k)
print(combos([1, 2, 3, 4], 2))
def binsearch(a, x, lo=0, hi=None):
    hi = len(a) if hi is None else hi
    if lo >= hi: return -1
    m = (lo + hi) // 2
    return m if a[m] == x else binsearch(a, x, m + 1, hi) if a[m] < x else binsearch(a, x, lo, m)
print([binsearch([1, 3, 5, 7], v) for v in (1, 4, 7)])
def digits(n): return n if n < 10 else n % 10 + digits(n // 10)
print(digits(98765), (lambda f: lambda n: f(f, n))(lambda f, n: 1 if n == 0 else n * f(f, n - 1))(5))
def is_even(n): return True if n == 0 else is_odd(n - 1)
def is_odd(n): return False if n == 0 else is_even(n - 1)
print(is_even(100), is_odd(7)); 
def forever(n): return forever(n + 1)
try: forever(0)
except RecursionError as e: print(e)
maze = ["S.#", "..#", "#.E"]
def solve(r, c, seen):
    if not (0 <= r < 3 and 0 <= c < 3) or maze[r][c] == "#" or (r, c) in seen: return None
    seen = seen | {(r, c)}
    if maze[r][c] == "E": return [(r, c)]
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        if p := solve(r + dr, c + dc, seen): return [(r, c)] + p
print(solve(0, 0, frozenset()))
