# object.__reduce__ by every protocol, and lru_cache's objects.
import re
_show = print
def print(*a): _show(*[re.sub(' at 0x[0-9a-f]+', '', str(x)) for x in a])
class A:
    def __init__(self): self.x=1
class S:
    __slots__=('a',)
class L(list): pass
class I(int): pass
for o in A(), L([1,2]), I(5), 5, 'a', (1,), object(), 2.5:
    try: print(o.__reduce__())
    except Exception as e: print(type(e).__name__, e)
    try: print(object.__reduce__(o))
    except Exception as e: print(type(e).__name__, e)
    try: print(o.__reduce_ex__(0))
    except Exception as e: print(type(e).__name__, e)
    try: print(o.__reduce_ex__(2))
    except Exception as e: print(type(e).__name__, e)
try: S().__reduce__()
except Exception as e: print(type(e).__name__, e)

from functools import lru_cache, cache
import functools
@lru_cache(maxsize=2)
def f(x, y=1, *, z=0):
    print('call', x, y, z)
    return x + y + z
f(1); f(2); f(1); f(3); f(2); f(1, y=2); f(1, y=2); f(1, 2)
print(f.cache_info(), f.cache_parameters(), f.__name__, f.__wrapped__(5), f.__doc__, callable(f))
f.cache_clear(); print(f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(300), fib.cache_info(), type(fib))
class A:
    @lru_cache
    def m(self, k): print('m', k); return k
    @property
    @cache
    def p(self): print('p'); return 1
a = A(); a.m(1); a.m(1); A.m(a, 1); print(a.p, a.p, A.m.cache_info())
try: f([])
except TypeError as e: print(e)
@lru_cache(typed=True)
def t(x): return type(x)
print(t(1), t(1.0), t.cache_info())
z = lru_cache(0)(lambda x: x); z(1); z(1); print(z.cache_info())
@lru_cache(None)
def deep(n): return 0 if n == 0 else 1 + deep(n-1)
for n in 300, 480, 495, 497, 500, 600:
    try: print(n, deep(n))
    except RecursionError as e: print(n, 'too deep')
    deep.cache_clear()
try: lru_cache('x')
except TypeError as e: print(e)
try: lru_cache(5)(3)
except TypeError as e: print(e)
