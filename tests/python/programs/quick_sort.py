import sys
def quick(items):
    if not items:
        return []
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])
def partition(a, lo, hi):
    pivot = a[hi]
    i = lo - 1
    for j in range(lo, hi):
        if a[j] <= pivot:
            i += 1
            a[i], a[j] = a[j], a[i]
    a[i + 1], a[hi] = a[hi], a[i + 1]
    return i + 1
def quick_in_place(a, lo=0, hi=None):
    if hi is None: hi = len(a) - 1
    if lo < hi:
        p = partition(a, lo, hi)
        quick_in_place(a, lo, p - 1)
        quick_in_place(a, p + 1, hi)
    return a
seed = 42
data = []
for _ in range(30):
    seed = (seed * 1103515245 + 12345) % 2**31
    data.append(seed % 100)
print(quick(data) == sorted(data), quick_in_place(data[:]) == sorted(data), quick(data)[:5])
print(quick(["b", "a", "c"]), quick([]))
try: quick(list(range(2000)))
except RecursionError as e: print("too deep:", e)
