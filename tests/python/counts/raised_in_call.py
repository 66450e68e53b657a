class V:
    def __init__(s, *c): s.c = c
    def __getitem__(s, i): return s.c[i]
    def __add__(s, o): return [a + b for a, b in zip(s.c, o.c)]
    def __lt__(s, o): return NotImplemented
    def __truediv__(s, k): return [a / k for a in s.c]
v = V(1, 2); w = V(3, 4)
for f in (lambda: v + 3, lambda: v / "a", lambda: v[9], lambda: "a" + v, lambda: v < w, lambda: v / 0):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
    k = 1
