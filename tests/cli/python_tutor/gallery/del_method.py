class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
d = D(1)
e = d
del d
print('still')
e = None
print('gone')
def f():
    t = D(2)
f()
