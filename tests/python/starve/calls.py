class Point:
    def __init__(self, x, y=2, **more):
        self.x, self.y, self.more = x, y, more

    def __eq__(self, other):
        return self.x == other.x


def total(*items, start=0):
    for item in items:
        start += item
    return start


try:
    points = [Point(i, z=[i]) for i in range(3)]
    found = {total(p.x, p.y): p for p in points}
    print(points[0] == points[1], sorted(found, key=lambda k: -k), total(*range(5), start=1))
except MemoryError:
    print("no memory")
