def show(a, b=2, *args, c, d=4, **kwargs):
    print(a, b, args, c, d, kwargs)
    return locals()

show(1, c=3)
show(1, 5, 6, 7, c=8, e=9)
nums = [1, 2, 3]
opts = {'c': 0, 'z': 26}
r = show(*nums, **opts)
print(sorted(r))
