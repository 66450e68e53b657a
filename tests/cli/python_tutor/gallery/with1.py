class CM:
    def __init__(self, n):
        self.n = n
    def __enter__(self):
        print('enter', self.n)
        return self
    def __exit__(self, et, ev, tb):
        print('exit', self.n, et and et.__name__)
        return self.n == 1
with CM(1) as a:
    raise KeyError('x')
with CM(2) as b, CM(3) as c:
    print(b.n + c.n)
def f():
    with CM(4):
        return 'r'
print(f())
with CM(5):
    1 / 0
