# State and names of generators.
def g():
    yield 1
x = g(); next(x); x.close()
print(x.gi_suspended, x.gi_running, x.gi_frame, x.gi_code.co_name, x.gi_yieldfrom)
x = g(); print(x.gi_suspended); next(x); print(x.gi_suspended)
try: x.throw(ValueError)
except ValueError: pass
print(x.gi_suspended)
for n in ('__name__', '__qualname__', 'gi_running'):
    try: setattr(x, n, 123)
    except Exception as e: print(type(e), e)
    try: delattr(x, n)
    except Exception as e: print(type(e), e)
x.__name__ = 'zz'; print(str(x)[:22])
x.__qualname__ = 'zz'; print(x.__name__, str(x)[:22])
