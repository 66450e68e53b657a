class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __repr__(self):
        return f"P({self.x}, {self.y})"
    def __add__(self, o):
        return P(self.x + o.x, self.y + o.y)
    def __eq__(self, o):
        return isinstance(o, P) and self.x == o.x and self.y == o.y
p = P(1, 2)
q = p + P(3, 4)
print(p, q, p == q, [p, q])
