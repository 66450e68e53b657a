from collections import namedtuple
Point = namedtuple('Point', ['x', 'y'])
p = Point(1, y=2)
q = p._replace(x=10)
print(p, q.x + q.y, p == (1, 2))
x, y = p
points = [p, q]
