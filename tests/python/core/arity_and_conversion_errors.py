"""What functions written in C say of arguments that do not fit, and what numbers are made of."""
import itertools, functools, operator, collections, math, cmath, sys
def t(f, *a, **k):
    try: print(repr(f(*a, **k))[:200])
    except BaseException as e: print(type(e).__name__, e)
def e(f, *a, **k):
    try: print(type(f(*a, **k)).__name__)
    except Exception as error: print(error)
t(type(None), 1); t(type(None), a=1); t(type(...), 1); t(type(NotImplemented), 1)
t(itertools.product, 0, repeat=1, foo=2); t(itertools.product, foo=2); t(min, 0, default=1, key=2, foo=3); t(min, 0, foo=1); t(max, foo=1); t(max); t(min)
t(ImportError, 0, name=1, path=2, foo=3); t(ImportError, foo=3); t(ImportError, 'a', name='b')
for name in ('chain','compress','cycle','dropwhile','filterfalse','groupby','islice','starmap','takewhile','tee','accumulate','combinations','combinations_with_replacement','permutations','product','repeat','count','pairwise'):
    f = getattr(itertools, name); print(name, end=' '); e(f); e(f, 1); e(f, a=1); e(f, [1], foo=2); e(f, 1, 2, 3, 4, 5)
t(dir, 1, 2); t(vars, 1); t(vars, 1, 2); t(globals, 1); t(locals, 1); t(print, foo=1); t(print, sep=1); t(print, end=1); t(input, 1, 2)
def outer():
    v = 3
    def inner(): return v
    return inner
class M:
    def __getitem__(self, k):
        if k == 'a': return 12
        raise KeyError
    def keys(self): return list('xyz')
class D: 
    @property
    def __dict__(self): return 5
t(dir, D())
class D2:
    def __dir__(self): return 7
t(dir, D2())
class D3:
    def __dir__(self): return ('b', 'a', 'c')
t(dir, D3())
class D4:
    def __dir__(self): return [1, 'a']
t(dir, D4())
t(int, '0b1', 0); t(int, '1_000'); t(int, '1__0'); t(int, b'12'); t(int, bytearray(b'x')); t(int, 'a'*50); t(int, 1.5, 2); t(int, '1', 37); t(int, '1', 1); t(int, '1', -1); t(int, x=1); t(int, base=10); t(int, [1]); t(int, memoryview(b'3')); t(int, float('nan')); t(int, float('inf')); t(int, '1', 2.0); t(int, '９'); t(int, ' 12\n'); t(int, ''); t(int, '0x', 16); t(int, '-0x1F', 16); t(int, '0o8', 8); t(int, '012', 0); t(int, '00', 0); t(int, 'z', 36)
class I:
    def __int__(self): return 'a'
class I2:
    def __index__(self): return 5
class I3:
    def __trunc__(self): return 7
class I4:
    def __int__(self): return True
t(int, I()); t(int, I2()); t(int, I3()); t(int, I4()); t(float, I2()); t(complex, I2()); t(range, I2()); t(hex, I2()); t(chr, I2()); t(operator.index, I4()); t(math.sqrt, I2()); t(math.floor, I2()); t(math.factorial, I2()); t(math.gcd, I2(), 10); t(round, I2()); t(round, 2.5, I2()); t([1,2,3].__getitem__, I2()); t('a'.__mul__, I2()); t(bytes, I2()); t(divmod, I2(), 2)
t(float, 'x'); t(float, ''); t(float, '1_0.5'); t(float, '1__0'); t(float, 'infinity'); t(float, '-nan'); t(float, b'1.5'); t(float, []); t(float, '1e400'); t(float, 10**400); t(float, '0x10'); t(float, ' 1.5 '); t(float.fromhex, 'x'); t(float.fromhex, '0x1.8p1'); t(float.hex, 1.5)
t(complex, '1+2j'); t(complex, '1 + 2j'); t(complex, 'j'); t(complex, '1+'); t(complex, '(1+2j)'); t(complex, '1', 2); t(complex, 1, '2'); t(complex, []); t(complex, real=1, imag=2); t(complex, 1j, 1j)
t(str, b'abc', 'ascii'); t(str, 'a', 'b'); t(str, b'\xff', 'utf-8'); t(str, 1, 'x'); t(str, object=1); t(str, b'a', errors='strict'); t(str, encoding='utf-8')
t(bytes, 'a'); t(bytes, 'é', 'ascii'); t(bytes, -1); t(bytes, [256]); t(bytes, ['a']); t(bytes, 1.5); t(bytes, {1: 2}); t(bytes, 'a', 1); t(bytes, b'a', 'x'); t(bytes.fromhex, 'a'); t(bytes.fromhex, 'ab cd'); t(bytes.fromhex, 'zz'); t(bytearray, 'a')
t(functools.reduce, operator.add, []); t(functools.reduce, operator.add, 5); t(functools.reduce, operator.add); t(functools.reduce, operator.add, [1, 2], 3, 4)
t(sorted, [1, 'a']); t(sorted, [1], None, True); t(sorted, [3,1], reverse='x'); t(sorted, [1,2], key=1); t([1].sort, 1); t(sum, ['a']); t(sum, ['a'], ''); t(sum, [b'a'], b''); t(sum, [1], start=2); t(sum, 1)
