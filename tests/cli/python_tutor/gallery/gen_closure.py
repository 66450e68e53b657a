def chunks(l, n):
    for i in range(0, len(l), n):
        yield l[i:i + n]
def pipeline(src):
    def double():
        for x in src:
            yield x * 2
    return double()
print(list(chunks([1, 2, 3], 2)))
print(list(pipeline([1, 2])))
def fibg():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fibg(), 5)))
g = (c for c in 'ab')
for x in g:
    for y in (z for z in x):
        print(y)
