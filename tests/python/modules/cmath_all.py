# Complex functions at ordinary points and on their branch cuts; errors.
import cmath as c

points = [1 + 2j, -1.5 + 0.5j, 0.25 - 3j, -2 - 2j, 3, 0.5, -4.0, 2j, -1j, complex(-1, -0.0), 0.1 + 0.1j]
for name in ('exp', 'log', 'log10', 'sqrt', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'asin', 'acos', 'atan', 'asinh', 'acosh', 'atanh', 'phase', 'polar'):
    for z in points:
        try:
            print(name, z, getattr(c, name)(z))
        except ValueError as e:
            print(name, z, e)
print(c.pi, c.e, c.tau, c.inf, c.nan, c.infj, c.nanj, c.sqrt(-1), c.sqrt(0), c.rect(2, c.pi / 3), c.rect(1, 0), c.log(8, 2), c.exp(1j * c.pi))
print(c.isfinite(1j), c.isinf(c.infj), c.isnan(c.nanj), c.isclose(1 + 1j, 1 + 1.0000000001j), c.isclose(1, 2), c.isclose(1j, 1.1j, abs_tol=0.2), c.isfinite(complex('inf')))
for bad in (lambda: c.log(0), lambda: c.exp(1000), lambda: c.sqrt('x'), lambda: c.atanh(1), lambda: c.sin(None), lambda: c.isclose(1, 1j, rel_tol=-1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
