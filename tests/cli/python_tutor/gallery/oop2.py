class Point:
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y
    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)
    def __eq__(self, o):
        return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)
    def __repr__(self):
        return 'Point(%r, %r)' % (self.x, self.y)
    def __hash__(self):
        return hash((self.x, self.y))
p = Point(1, 2)
q = Point(3, 4)
r = p + q
print(r, p == Point(1, 2), p != q)
d = {p: 'p', q: 'q'}
print(d[Point(1, 2)])
s = {p, q, Point(1, 2)}
print(len(s))
