def stats(xs):
    n = len(xs)
    mean = sum(xs) / n
    var = sum((x - mean) ** 2 for x in xs) / n
    return {'n': n, 'mean': mean, 'var': var}
s = stats([1, 2, 3, 4])
for k in s: print(k, round(s[k], 2))
