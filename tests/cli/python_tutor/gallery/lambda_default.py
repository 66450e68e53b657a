fs = {n: (lambda x, n=n: x ** n) for n in (2, 3)}
print(fs[2](3), fs[3](2))
key = lambda *args, **kw: (args, kw)
print(key(1, a=2))
(lambda: print('iife'))()
