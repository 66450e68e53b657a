class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
for v in Count(3):
    print(v)
it = iter([1, 2])
next(it)
print(next(it), next(it, 'default'))
z = zip('ab', [1, 2])
e = enumerate('xy', 1)
m = map(str, [1, 2])
r = reversed([1, 2])
print(dict(z), list(e), list(m), list(r))
rr = range(0, 10, 3)
