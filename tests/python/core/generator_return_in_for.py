# A for loop over a generator that returns a value: the StopIteration is an event of the loop's line.
def g(n):
    for i in range(n):
        yield i
    return 'end'
def f():
    total = 0
    for v in g(2):
        total += v
    else:
        total += 10
    return total
def h():
    for v in (x for x in [1]): pass
    for v in g(0): pass
    return [v for v in g(1)]
print(f(), h())
for k in g(1):
    print(k)
try:
    for k in g(1): raise KeyError(k)
except KeyError: print('key')
