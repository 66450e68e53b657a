class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x):
        r = 0
        for k in self.c: r = r * x + k
        return r
p = Poly(1, 0, -1)
print(p(3), p(1.5))
