def g():
    x = 1
    yield x
    y = [x]
    yield y
    return 'end'
a = g()
b = g()
print(next(a))
print(next(b), next(a))
print(a, type(b).__name__) if 0 else None
for v in a: print(v)
