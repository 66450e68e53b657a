def f(*nums, scale=1, **opts):
    total = 0
    for n in nums: total += n * scale
    for k in sorted(opts): print(k, opts[k])
    return total
print(f(), f(1, 2), f(1, scale=3, z=1, a=2))
def g(a, /, b, *, c): return a, b, c
print(g(1, b=2, c=3))
try: g(a=1, b=2, c=3)
except TypeError as e: print(e)
f2 = f
try: f2(scale=1, scal=2, *[1])
except TypeError as e: print(e)
