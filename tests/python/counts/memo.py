class Memo(dict):
    def __init__(self, fn):
        self.fn = fn
    def __missing__(self, k):
        r = self[k] = self.fn(*k)
        return r
    def __call__(self, *a):
        return self[a]
@Memo
def paths(r, c):
    return 1.0 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
v = paths(2, 3)
def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    return table
t = lcs("abc", "ac")
def knap(items, cap):
    best = {0: (0.0, [])}
    for w, val in items:
        for k, (bv, chosen) in list(best.items()):
            nk = k + w
            if nk <= cap and (nk not in best or best[nk][0] < bv + val):
                best[nk] = (bv + val, chosen + [(w, val)])
    return max(best.values())
k = knap([(1, 1.5), (2, 2.5), (3, 4.5)], 4)
def coin(coins, n):
    ways = [[]] + [None] * n
    for i in range(1, n + 1):
        opts = [ways[i - c] + [c] for c in coins if i >= c and ways[i - c] is not None]
        ways[i] = min(opts, key=len, default=None)
    return ways[n]
c = coin([1, 3, 4], 6)
print(v, t, k, c)
