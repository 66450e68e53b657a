# Special methods are looked up on the class; super() of proxies; setting attributes past a metaclass.
print([].__add__.__objclass__, [].__add__.__self__, [].__add__.__name__, [].append.__self__)
try: object.__setattr__(str, 'foo', 42)
except Exception as e: print(type(e), e)
try: object.__delattr__(str, 'foo')
except Exception as e: print(type(e), e)
class X: pass
try: del X.__abstractmethods__
except Exception as e: print(type(e), e)
try: X.__abstractmethods__
except Exception as e: print(type(e), e)
class P:
    def __init__(s, o): s.__dict__['o'] = o
    def __getattr__(s, n): return getattr(s.__dict__['o'], n)
    @property
    def __class__(s): return type(s.__dict__['o'])
class Q:
    def f(self): return 'Q.f'
class R(Q):
    def f(self): return super(R, self).f() + 'R.f'
p = P(R())
print(R.__dict__['f'](p), isinstance(p, R), isinstance(p, P))
class Dir:
    @property
    def __dict__(self): return 5
try: print(len(dir(Dir())))
except TypeError as e: print(e)
class S(str):
    def __getattribute__(self, n): print('get', n); return super().__getattribute__(n)
class T:
    def __getattribute__(self, n): print('get', n); return object.__getattribute__(self, n)
    def __bytes__(self): return b'x'
    def __len__(self): return 3
    def __reversed__(self): return 4
    def __format__(self, x): return 'f'
    def __round__(self): return 5
    def __floor__(self): return 6
    def __ceil__(self): return 6
    def __trunc__(self): return 6
    def __sizeof__(self): return 6
    def __dir__(self): return ['a']
    def __complex__(self): return 1j
    def __length_hint__(self): return 1
    def __enter__(self): return 1
    def __exit__(self, *a): return 1
    def __instancecheck__(self, x): return True
    def __subclasscheck__(self, x): return True
    def __index__(self): return 1
import math, sys, operator
t = T()
print(bytes(t), len(t), reversed(t), format(t), round(t), math.floor(t), math.ceil(t), math.trunc(t), sys.getsizeof(t), dir(t), complex(t), operator.length_hint(t), isinstance(1, t), issubclass(int, t))
with t: pass
