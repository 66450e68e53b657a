class Frac:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError('zero denominator')
        def gcd(a, b): return a if b == 0 else gcd(b, a % b)
        g = gcd(n, d)
        self.n, self.d = n // g, d // g
    def __add__(self, o):
        o = o if isinstance(o, Frac) else Frac(o)
        return Frac(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __str__(self): return f'{self.n}/{self.d}'
x = Frac(2, 4) + Frac(1, 3)
y = 1 + x
print(x, y)
Frac(1, 0)
