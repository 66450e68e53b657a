import sys, types
gs = sys.getsizeof
def a(): pass
def b(x): return x + 1
def c(x, y=1, *z, k=2, **w):
    """doc"""
    for i in range(x):
        try:
            if i % 2: continue
            print(i, y, z, k, w)
        except ValueError as e:
            raise RuntimeError('bad') from e
        finally:
            del i
    return [q for q in z if q]
def d():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
async def e():
    async with x as y: await y
def f():
    x = yield
    yield from x
class K:
    "doc"
    x: int = 1
    def m(self): return super().m()
    async def am(self): pass
def walk(code, depth=0):
    print(' ' * depth, code.co_name, gs(code), code.co_stacksize, code.co_nlocals)
    for k in code.co_consts:
        if isinstance(k, types.CodeType): walk(k, depth + 1)
for g in (a, b, c, d, d(), e, f, K.m, K.am): walk(g.__code__)
src = '''
import os
x = [i*i for i in range(10)]
def f(a):
    with open(a) as h:
        return h.read()
class A(object):
    y = lambda s: s
match x:
    case [1, *r]: pass
    case {"a": 1}: pass
'''
walk(compile(src, 's', 'exec')); walk(compile('1+x', 's', 'eval'))
print(gs(a), gs(c), gs(K), gs(K.__dict__), gs(type('Z', (), {})), gs(type('Z', (K,), {'__slots__': ()})))
class M(type): pass
class N(metaclass=M): pass
print(gs(M), gs(N))
g = f(); print(gs(g)); next(g); print(gs(g), gs(g.gi_frame), gs(g.gi_code))
def fr():
    def inner(): return sys._getframe(0), sys._getframe(1)
    return inner()
x, y = fr(); print(gs(x), gs(y), gs(x.f_locals), gs(y.f_code))
a.x = 1; print(gs(a), gs(a.__dict__)); a.__annotations__['q'] = 1; print(gs(a.__annotations__))
m = types.MethodType(a, 1); print(gs(m))
s = 'abc'; s += 'd'; print(gs(s)); s *= 10; print(gs(s)); s = s.upper(); print(gs(s)); s = s + 'é'; print(gs(s)); s = s[:-1]; print(gs(s)); s = s.replace('A', '€'); print(gs(s)); s = s.replace('€', ''); print(gs(s)); print(gs('%s' % s), gs(f'{s}!'), gs(s.encode()), gs(''.join(['a', 'é', '😀'])), gs(str(10**30)), gs(repr([1, 2])), gs('abc'.center(20)), gs(s.encode('utf-16')))
s = 'é' * 5; print(gs(s)); s.encode('utf-8'); print(gs(s)); print(s.isidentifier(), gs(s)); hash(s); print(gs(s))
x = 'naïve'; d = {x: 1}; print(gs(x)); open; print(gs(x)); setattr(a, x, 1); print(gs(x)); getattr(a, x); print(gs(x)); int('٣'); float('1.5'); print(gs('٣'))
n = 1; out = []
for i in range(12): n *= 10**9; out.append(gs(n))
print(out); out = []
while n: n //= 10**9; out.append(gs(n))
print(out, gs(-(2**30)), gs(~(2**30)), gs(2**30 - 2**30), gs(2**31 - 2**31 + 5), gs(5 + 2**30), gs((2**60) >> 40), gs((2**60) & 1), gs(int('1' * 30)), gs(int(1e20)), gs(1 << 1000), gs(2**1000 % 7), gs(10**40 // 10**35), gs(abs(-10**20)))
