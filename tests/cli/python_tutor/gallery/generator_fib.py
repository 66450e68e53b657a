def fib_gen(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b

g = fib_gen(20)
print(next(g))
print(next(g))
total = sum(g)
print(total)
for v in fib_gen(5):
    print(v, end=' ')
