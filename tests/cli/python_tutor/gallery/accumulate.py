def accumulate(f):
    total = []
    def inner(x):
        total.append(f(x))
        return sum(total)
    return inner
acc = accumulate(lambda x: x * x)
acc(1)
acc(2)
r = acc(3)
