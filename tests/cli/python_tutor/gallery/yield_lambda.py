def walk(t, f):
    for x in t:
        if isinstance(x, list):
            yield from walk(x, f)
        else:
            yield f(x)
print(list(walk([1, [2, [3]]], lambda v: v * 10)))
