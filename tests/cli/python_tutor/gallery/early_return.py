def find(xs, pred):
    for i, x in enumerate(xs):
        if pred(x):
            return i
    return -1
print(find([1, 3, 4], lambda v: v % 2 == 0), find([], bool))
