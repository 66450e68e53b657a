# What a function's attributes accept, and cells compared.
def f(a):
    def g(): return a
    return g
def h(): return 1
g = f(1)
for x, y in ((h, g), (g, h)):
    try: x.__code__ = y.__code__
    except Exception as e: print(type(e), e)
try: h.__code__ = 3
except Exception as e: print(type(e), e)
for n in ('__dict__', '__code__', '__name__', '__qualname__', '__globals__', '__closure__', '__defaults__', '__kwdefaults__', '__annotations__','__builtins__','__module__', '__doc__'):
    try: delattr(h, n); print(n, 'deleted')
    except Exception as e: print(n, type(e), e)
for n in ('__dict__', '__code__', '__name__', '__qualname__', '__globals__', '__closure__', '__defaults__', '__kwdefaults__', '__annotations__','__builtins__','__module__', '__doc__'):
    try: setattr(g, n, 7); print(n, 'set')
    except Exception as e: print(n, type(e), e)
import types
print(types.CellType(2) < types.CellType(3), types.CellType() < types.CellType(3), types.CellType(2) == types.CellType(2), types.CellType() == types.CellType())
try: types.CellType(2) < 3
except Exception as e: print(e)
