class Frac:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError("denominator is zero")
        if d < 0: n, d = -n, -d
        a, b = abs(n), d
        while b: a, b = b, a % b
        self.n, self.d = n // a, d // a
    def __add__(s, o): o = s._c(o); return Frac(s.n * o.d + o.n * s.d, s.d * o.d)
    def __radd__(s, o): return s + o
    def __mul__(s, o): o = s._c(o); return Frac(s.n * o.n, s.d * o.d)
    def __truediv__(s, o): o = s._c(o); return Frac(s.n * o.d, s.d * o.n)
    def __rtruediv__(s, o): return s._c(o) / s
    def __eq__(s, o): o = s._c(o); return (s.n, s.d) == (o.n, o.d)
    def __lt__(s, o): o = s._c(o); return s.n * o.d < o.n * s.d
    def __pow__(s, k): return Frac(s.n ** k, s.d ** k) if k >= 0 else Frac(s.d ** -k, s.n ** -k)
    def __float__(s): return s.n / s.d
    def __int__(s): return int(s.n / s.d)
    def __str__(s): return str(s.n) if s.d == 1 else f"{s.n}/{s.d}"
    __repr__ = __str__
    @staticmethod
    def _c(o): return o if isinstance(o, Frac) else Frac(o)
a, b = Frac(1, 2), Frac(3, -4); print(a + b, a * b, a / b, 1 + a, 2 / a, a == Frac(2, 4), a > b, float(b), int(Frac(7, 2)), a ** 3, a ** -2, sum([a, b, 1]), sorted([a, b, Frac(1, 3)]), [a])
try: a / 0
except ZeroDivisionError as e: print(e)
print(sum(Frac(1, k) for k in range(1, 11)))
