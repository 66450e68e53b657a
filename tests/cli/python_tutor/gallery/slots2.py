class P:
    __slots__ = 'x', 'y'
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P):
    pass
class R(P):
    __slots__ = ('z',)
p, q, r = P(1, 2), Q(3, 4), R(5, 6)
q.extra = [1]
r.z = 7
print(p.x + q.y)
