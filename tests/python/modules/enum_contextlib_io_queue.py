# enum, contextlib, io, queue.
from enum import *
import io, contextlib, queue
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1
    def describe(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color['BLUE'], list(Color), Color.RED.name, Color.RED.value, Color.CRIMSON is Color.RED, len(Color), Color.RED.describe())
print(Color.RED in Color, isinstance(Color.RED, Color), Color, Color.__members__, {Color.RED: 1}, type(Color.RED), f'{Color.RED}', f'{Color.RED:>12}')
for bad in (lambda: Color(9), lambda: Color['X'], lambda: Color.PINK, lambda: setattr(Color, 'RED', 5), lambda: setattr(Color.RED, 'value', 3), lambda: Color.RED < Color.GREEN):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class N(IntEnum):
    A = 1
    B = 2
print(N.A, repr(N.A), N.A + 1, N.A < N.B, f'{N.A}', N.A == 1, sorted([N.B, N.A]), str(N.B), '%d' % N.A)
class S(StrEnum):
    X = auto()
    Y = 'why'
print(S.X, repr(S.X), S.Y.upper(), S('x'))
class P(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(P.R, P.R | P.W, P.RW, ~P.R, P.R in P.RW, list(P.RW), bool(P.R & P.W), repr(P.R & P.W), P(7), P(0), len(P.RW), repr(P.R|P.X))
class I(IntFlag):
    A = 1; B = 2
print(I.A | I.B, repr(I.A | I.B), I.A | 4, repr(I.A | 8), I(3), ~I.A, I.A + 1)
try:
    @unique
    class D(Enum):
        a = 1; b = 1
except ValueError as e: print(e)
A = Enum('A', 'x y z'); print(list(A), A.x)
class Planet(Enum):
    M = (3.3, 2.4)
    E = (5.9, 6.3)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def dens(self): return round(self.mass / self.radius, 3)
print(Planet.M.mass, Planet.E.dens, Planet((3.3, 2.4)), repr(Planet.E))
class W(Enum):
    MON = 'm'
    @classmethod
    def _missing_(cls, v): return cls.MON
print(W('zz'))
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
@contextlib.contextmanager
def tag(n):
    print('<', n)
    try: yield n
    except ValueError as e: print('caught', e)
    finally: print('>')
with tag('a') as t: print(t); raise ValueError('v')
@tag('deco')
def f(): print('in f')
f()
with contextlib.suppress(ZeroDivisionError): 1/0
s = io.StringIO()
with contextlib.redirect_stdout(s): print('hidden')
print(repr(s.getvalue()))
with contextlib.ExitStack() as st:
    st.callback(print, 'bye'); st.enter_context(tag('x'))
b = io.StringIO('l1\nl2\nl3'); print(b.readline(), list(b)); b.seek(0); print(b.read(4)); print('x', file=b); print(repr(b.getvalue()))
q = queue.Queue(); q.put(1); q.put(2); print(q.get(), q.qsize(), q.empty())
pq = queue.PriorityQueue(); pq.put((2,'b')); pq.put((1,'a')); print(pq.get())
try: queue.Queue().get_nowait()
except queue.Empty as e: print(repr(e))
