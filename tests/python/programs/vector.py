class Vector:
    def __init__(self, *c): self.c = tuple(c)
    def __add__(s, o): return Vector(*(a + b for a, b in zip(s.c, o.c)))
    def __sub__(s, o): return s + -o
    def __neg__(s): return Vector(*(-a for a in s.c))
    def __mul__(s, k): return sum(a * b for a, b in zip(s.c, k.c)) if isinstance(k, Vector) else Vector(*(a * k for a in s.c))
    __rmul__ = __mul__
    def __truediv__(s, k): return Vector(*(a / k for a in s.c))
    def __abs__(s): return sum(a * a for a in s.c) ** 0.5
    def __eq__(s, o): return isinstance(o, Vector) and s.c == o.c
    def __hash__(s): return hash(s.c)
    def __getitem__(s, i): return s.c[i]
    def __len__(s): return len(s.c)
    def __iter__(s): return iter(s.c)
    def __bool__(s): return any(s.c)
    def __repr__(s): return f"Vector{s.c}"
    def __format__(s, f): return "(" + ", ".join(format(a, f) for a in s.c) + ")"
    def __iadd__(s, o): s.c = (s + o).c; return s
    def __matmul__(s, o): return s * o
v, w = Vector(1, 2), Vector(3, 4); print(v + w, v - w, v * 2, 3 * v, v * w, v @ w, w / 2, abs(w), v == Vector(1, 2), v != w, {v: 1}[Vector(1, 2)], v[0], len(v), list(w), bool(Vector(0, 0)), f"{w / 3:.2f}", -v)
u = v; v += w; print(v, u is v, sum([Vector(1, 1), Vector(2, 2)], Vector(0, 0)), max([v, w], key=abs)); x, y = w; print(x, y, (*v, *w))
for f in (lambda: v + 3, lambda: v / "a", lambda: v[9], lambda: "a" + v, lambda: v < w, lambda: v / 0):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
