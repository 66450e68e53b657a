class Vec:
    def __init__(self, *xs): self.xs = xs
    def __add__(s, o): return Vec(*(a + b for a, b in zip(s.xs, o.xs)))
    def __mul__(s, k): return Vec(*[a * k for a in s.xs])
    __rmul__ = __mul__
    def __len__(s): return len(s.xs)
    def __getitem__(s, i): return s.xs[i]
    def __bool__(s): return any(s.xs)
    def __str__(s): return 'Vec' + str(s.xs)
v = Vec(1, 2) + Vec(3, 4)
w = 2 * v
print(v, w, len(w), w[0], bool(Vec(0)))
