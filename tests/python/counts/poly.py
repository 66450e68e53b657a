class Poly:
    def __init__(self, *coef):
        self.coef = list(coef)
    def __call__(self, x):
        r = 0.0
        for c in self.coef:
            r = r * x + c
        return r
    def __add__(self, o):
        n = max(len(self.coef), len(o.coef))
        pad = lambda c: [0.0] * (n - len(c)) + c
        return Poly(*[a + b for a, b in zip(pad(self.coef), pad(o.coef))])
    def __str__(self):
        return " + ".join(f"{c}x^{i}" for i, c in enumerate(reversed(self.coef)) if c)
    def __format__(self, spec):
        return spec + str(self)
p = Poly(1.5, 0.5)
q = Poly(2.0, 1.0, 3.0)
r = p + q
v = r(2.0)
s = f"{r:P=}"
def derive(f, h=1e-6):
    return lambda x: (f(x + h) - f(x - h)) / (2 * h)
d = derive(q)
dv = d(1.0)
def newton(f, x, n=3):
    steps = [x]
    for _ in range(n):
        x = x - f(x) / derive(f)(x)
        steps.append(x)
    return steps
st = newton(lambda x: x * x - 2, 1.0)
def integrate(f, a, b, n=10):
    w = (b - a) / n
    return sum(f(a + i * w) for i in range(n)) * w
area = integrate(q, 0.0, 1.0)
c = complex(1.5, 2.5)
cs = [c * c, c.conjugate(), abs(c)]
print(v, s, round(dv, 3), st, area, cs)
