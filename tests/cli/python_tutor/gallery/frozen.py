fs = frozenset({1, 2})
d = {fs: 'x', (1, 2): 'y'}
print(d[frozenset([2, 1])], fs | {3})
t = ([1], 2)
t[0].append(3)
try: t[0] = 5
except TypeError as e: print(e)
try: t[0] += [9]
except TypeError: print(t)
