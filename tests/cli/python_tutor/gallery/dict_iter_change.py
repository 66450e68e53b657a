d = {'a': 1}
try:
    for k in d: d[k + 'x'] = 2
except RuntimeError as e: print(e)
for k in list(d): d[k] = d[k] * 2
v = d.values(); it = d.items(); ks = d.keys()
print(d, list(v), sorted(it), 'a' in ks)
