class S:
    __slots__ = ('a', 'b')
    def __init__(self):
        self.a = 1
s = S()
s.b = [2]
try:
    s.c = 3
except AttributeError as e:
    print(e)
class P:
    def __getattr__(self, n):
        if n.startswith('_'):
            raise AttributeError(n)
        return n + '!'
p = P()
print(p.hello)
