def bsearch(a, x, lo=0, hi=None):
    if hi is None: hi = len(a) - 1
    if lo > hi: return -1
    mid = (lo + hi) // 2
    if a[mid] == x: return mid
    return bsearch(a, x, mid + 1, hi) if a[mid] < x else bsearch(a, x, lo, mid - 1)
print(bsearch([1, 3, 5, 7, 9], 7), bsearch([1, 3], 2))
