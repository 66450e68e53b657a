from collections import namedtuple
P = namedtuple('P', 'x y')
p = P(1, 2)
q = p._replace(x=5)
print(p, q.x + q.y, p == (1, 2))
x, y = p
