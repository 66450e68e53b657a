# io: the base classes alone, StringIO and BytesIO closed, their newlines.
import io, sys
class Tee(io.StringIO):
    def __init__(self): self.n = 0
    def write(self, s): self.n += 1
t = Tee()
try: print('x', file=t, flush=True)
except Exception as e: print(type(e), e)
class Catcher(io.TextIOBase):
    def __init__(self): self.data = ''
    def write(self, s): self.data += s
c = Catcher()
print('hello', file=c, flush=True); print(repr(c.data), c.closed)
for n in ('readable', 'writable', 'seekable', 'isatty', 'tell', 'fileno', 'read', 'readline', 'detach', 'truncate'):
    try: print(n, getattr(c, n)())
    except Exception as e: print(n, type(e), e)
c.close(); print(c.closed)
try: c.flush()
except Exception as e: print(type(e), e)
s = io.StringIO('a\nb\nc')
print(list(s), s.read(), s.tell(), s.seek(0), s.readline(), s.readlines(), s.line_buffering, s.newlines, s.encoding, s.errors)
s.close()
for n in ('read','getvalue','readline','write','tell','seek','truncate','__next__','__iter__','__enter__','flush','readable'):
    try: getattr(s, n)(*(['x'] if n=='write' else [0] if n=='seek' else []))
    except Exception as e: print(n, type(e), e)
print(s.closed, repr(s)[:13], type(s), io.StringIO.__mro__, isinstance(s, io.IOBase), isinstance(sys.stdout, io.TextIOBase))
try: io.StringIO().write(3)
except Exception as e: print(e)
try: io.StringIO(3)
except Exception as e: print(e)
try: io.BytesIO('a')
except Exception as e: print(e)
try: io.BytesIO().write('a')
except Exception as e: print(e)
b = io.BytesIO(b'abc'); print(b.read(1), b.getbuffer()[1], b.read(), b.seek(-2, 2), b.read1(), b.getvalue(), b)if 0 else None
s = io.StringIO(); print(s.seek(3), s.write('x'), repr(s.getvalue()), s.truncate(2), repr(s.getvalue()))
s = io.StringIO('a\r\nb\rc\n', newline=None); print(repr(s.read()), s.newlines)
s = io.StringIO('a\r\nb\rc\n', newline=''); print(s.readlines())
s = io.StringIO('a\nb', newline='\r\n'); print(repr(s.getvalue()), s.readlines())
with io.StringIO('q') as f: print(f.read())
try: f.read()
except ValueError as e: print(e)
