def insertion(a):
    for i in range(1, len(a)):
        x, j = a[i], i - 1
        while j >= 0 and a[j] > x: a[j + 1] = a[j]; j -= 1
        a[j + 1] = x
    return a
def selection(a):
    for i in range(len(a)): m = min(range(i, len(a)), key=a.__getitem__); a[i], a[m] = a[m], a[i]
    return a
def heap(a):
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c] < a[c + 1]: c += 1
            if a[i] >= a[c]: return
            a[i], a[c] = a[c], a[i]; i = c
    for i in reversed(range(len(a) // 2)): sift(i, len(a))
    for n in range(len(a) - 1, 0, -1): a[0], a[n] = a[n], a[0]; sift(0, n)
    return a
def counting(a):
    if not a: return a
    c = [0] * (max(a) + 1)
    for x in a: c[x] += 1
    return [i for i, n in enumerate(c) for _ in range(n)]
def radix(a, d=1):
    if not a or max(a) // d == 0: return a
    b = [[] for _ in range(10)]
    for x in a: b[x // d % 10].append(x)
    return radix([x for y in b for x in y], d * 10)
def shell(a):
    g = len(a) // 2
    while g:
        for i in range(g, len(a)):
            while i >= g and a[i - g] > a[i]: a[i - g], a[i] = a[i], a[i - g]; i -= g
        g //= 2
    return a
def cocktail(a):
    lo, hi = 0, len(a) - 1
    while lo < hi:
        for r in (range(lo, hi), range(hi - 1, lo - 1, -1)):
            for i in r:
                if a[i] > a[i + 1]: a[i], a[i + 1] = a[i + 1], a[i]
        lo += 1; hi -= 1
    return a
data = [170, 45, 75, 90, 802, 24, 2, 66, 45]
for f in (insertion, selection, heap, counting, radix, shell, cocktail): print(f"{f.__name__:>10}", f(data[:]), f([]), f([1]))
people = [("Ann", 30), ("Bob", 25), ("Cy", 30)]; print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=lambda p: p[1], reverse=True), max(people, key=lambda p: p[1]))
words = ["banana", "Apple", "cherry"]; print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: w[-1])); words.sort(key=lambda w: w.count("a"), reverse=True); print(words)
d = {"x": 3, "y": 1}; print(sorted(d), sorted(d.items(), key=lambda kv: kv[1]), dict(sorted(d.items(), key=lambda kv: kv[1])), sorted(d, key=d.get), sorted([True, 2, 0.5]), sorted("hello"), sorted({3, 1}), sorted(range(3), key=lambda x: -x), [3, 1, 2].sort())
class K:
    n = 0
    def __init__(s, v): s.v = v
    def __lt__(s, o): K.n += 1; return s.v < o.v
l = sorted([K(x) for x in data]); print([k.v for k in l], K.n)
for bad in ([1, "a"], [None, 1], [1j, 2j], [[1], [2, "x"], [1]], [(1, "a"), (1, 2)]):
    try: print(sorted(bad))
    except TypeError as e: print(e)
