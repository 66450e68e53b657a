def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1): t[i][j] = t[i-1][j-1] + 1 if x == y else max(t[i-1][j], t[i][j-1])
    out, i, j = "", len(a), len(b)
    while i and j:
        if a[i-1] == b[j-1]: out = a[i-1] + out; i -= 1; j -= 1
        elif t[i-1][j] >= t[i][j-1]: i -= 1
        else: j -= 1
    return out
print(lcs("AGGTAB", "GXTXAYB"), lcs("", "a"))
def knap(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[-1]
print(knap([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
def change(amount, coins):
    ways = [1] + [0] * amount
    for c in coins:
        for a in range(c, amount + 1): ways[a] += ways[a - c]
    return ways[amount]
print(change(100, [1, 5, 10, 25, 50]))
def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        new = [i + 1]
        for j, y in enumerate(b): new.append(min(new[j] + 1, row[j + 1] + 1, row[j] + (x != y)))
        row = new
    return row[-1]
print(edit("kitten", "sitting"), edit("", "abc"))
memo = {}
def fib(n):
    if n not in memo: memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(90), len(memo))
def lis(a):
    best = [[x] for x in a]
    for i in range(len(a)):
        for j in range(i):
            if a[j] < a[i] and len(best[j]) + 1 > len(best[i]): best[i] = best[j] + [a[i]]
    return max(best, key=len)
print(lis([10, 9, 2, 5, 3, 7, 101, 18]))
def kadane(a):
    best = cur = a[0]
    for x in a[1:]: cur = max(x, cur + x); best = max(best, cur)
    return best
print(kadane([-2, 1, -3, 4, -1, 2, 1, -5, 4]))
