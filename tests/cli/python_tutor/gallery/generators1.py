def gen(n):
    for i in range(n):
        x = yield i
        print('got', x)
    return 'end'
g = gen(3)
print(next(g))
print(g.send('a'))
def outer():
    r = yield from gen(2)
    print('r', r)
for v in outer():
    print(v)
sq = (i * i for i in range(4))
print(sum(sq))
def inf():
    n = 0
    while True:
        yield n
        n += 1
it = inf()
print([next(it) for _ in range(3)])
it.close()
try:
    next(it)
except StopIteration:
    print('stopped')
