"""Every kind of enumeration: members, flags, mixed-in types, and what is refused."""
import enum, dataclasses, typing, types, functools
from enum import *
from dataclasses import *
def t(f, *a, **k):
    try: print(repr(f(*a, **k))[:400])
    except BaseException as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1; GREEN = 2; BLUE = 3
    CRIMSON = 1
    @property
    def nice(self): return self.name.title()
    @classmethod
    def default(cls): return cls.RED
    def __str__(self): return f'C.{self.name}'
print(Color.RED, repr(Color.RED), Color.CRIMSON, Color.RED.nice, Color.default(), list(Color), len(Color), Color('1') if 0 else '', Color.__members__, Color['RED'], dir(Color), dir(Color.RED))
t(Color, 9); t(lambda: Color['X']); t(lambda: Color.NOPE); t(setattr, Color, 'RED', 2); t(delattr, Color, 'RED'); t(setattr, Color.RED, 'value', 2); t(lambda: Color.RED < Color.GREEN); t(lambda: 1 in Color); t(lambda: Color.RED in Color); t(lambda: Color.RED.RED); t(lambda: Color()); t(lambda: type('X', (Color,), {}));
def ext():
    class More(Color): X = 1
t(ext)
def dup():
    class D(Enum):
        A = 1; A = 2
t(dup)
def uni():
    @unique
    class U(Enum):
        A = 1; B = 1; C = 1
t(uni)
class N(IntEnum): ONE = 1; TWO = auto(); FIVE = 5; SIX = auto()
print(N.ONE, repr(N.ONE), N.ONE + 1, N.SIX, N.ONE < N.TWO, sorted(N, reverse=True), f'{N.ONE:03}', '%d' % N.TWO, str(N.TWO), format(N.ONE), [10, 20, 30][N.ONE], N(2), isinstance(N.ONE, int), hash(N.ONE), {1: 'a'}[N.ONE], N.ONE == 1, N.ONE is N(1))
class S(StrEnum): A = auto(); B = 'bb'
print(S.A, repr(S.A), S.B.upper(), S('bb'), S.A == 'a', f'{S.B!r:>12}|{S.B:>5}', S.__members__)
class Str2(str, Enum): X = 'x'
print(Str2.X, repr(Str2.X), Str2.X == 'x', f'{Str2.X}', format(Str2.X), '%s' % Str2.X, Str2.X + 'y', Str2('x'))
class F(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R, repr(F.R), F.R | F.X, repr(F.R | F.X), F.RW, ~F.R, F(0), repr(F(0)), F(5), F.R in F.RW, list(F.RW), list(F), len(F.RW), bool(F(0)), F.R ^ F.RW, F.RW & F.W, F.RW.name, F.RW.value, (F.R|F.X).name, F['RW'])
t(F, 8); t(F, 16); t(F, 'a'); t(lambda: F.R | 1); t(lambda: 1 in F.R); t(lambda: F.R < F.W)
class IF(IntFlag): A = 1; B = 2; C = 4
print(IF.A | IF.B, repr(IF.A | IF.B), IF(8), repr(IF(8)), repr(IF(9)), IF.A + 1, ~IF.A, repr(~IF.A), IF.A | 8, repr(IF.A | 8), IF(7), IF.A == 1, list(IF(7)), IF(0), repr(IF(0)), -1 & IF.A)
class P(Enum):
    MERCURY = (3.303e+23, 2.4397e6); EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(6.67300E-11 * self.mass / self.radius**2, 3)
for p in P: print(p, p.value, p.g, p.mass)
class AN(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    A = auto(); B = auto()
print(list(AN))
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 0 else None
print(Miss(0)); t(Miss, 5)
class BadMiss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return 7
t(BadMiss, 5)
class Ig(Enum):
    _ignore_ = 'x y'
    x = 5; A = 1
print(list(Ig), hasattr(Ig, 'x'))
class Bnd(Flag, boundary=CONFORM): A = 1; B = 2
print(Bnd(7)); 
class Bnd2(Flag, boundary=KEEP): A = 1
print(repr(Bnd2(6)))
class Bnd3(IntFlag, boundary=STRICT): A = 1
t(Bnd3, 6)
class Bnd4(Flag, boundary=EJECT): A = 1
t(Bnd4, 6)
X = Enum('X', 'a b c'); print(list(X), X.a, X.__module__); print(list(Enum('Y', ['p', 'q'])), list(Enum('Z', {'p': 5, 'q': 7})), list(IntEnum('W', 'a b', start=5)), list(Enum('V', [('m', 1), ('n', 2)])))
t(Enum, 'X', 5); t(lambda: Color.RED.value.x); print(Color.RED.__class__, type(Color), Color.__name__, Color.RED.name, Color.RED._value_, Color.RED._name_, Color.RED.__objclass__ if hasattr(Color.RED, '__objclass__') else '', hash(Color.RED) == hash('RED'))
class Mixed(int, Enum): A = 1; B = 2
print(Mixed.A, repr(Mixed.A), Mixed.A + Mixed.B, f'{Mixed.A}', format(Mixed.A, '03d'))
class Nonm(Enum):
    A = member(1); b = nonmember(2)
    @member
    def f(self): pass
    class Inner: pass
print(list(Nonm)[:1], Nonm.b)
@verify(UNIQUE)
class Vf(Enum): A = 1
def vf():
    @verify(CONTINUOUS)
    class V2(IntEnum): A = 1; B = 4
t(vf)
def vf2():
    @verify(NAMED_FLAGS)
    class V2(Flag): A = 1; B = 6
t(vf2)
print(Color.RED == Color.RED, Color.RED != 1, Color.RED is Color.CRIMSON, {Color.RED: 1}[Color.CRIMSON], Color.RED in [Color.GREEN])
import json
t(json.dumps, {'a': N.ONE, 'b': S.B}); t(json.dumps, Color.RED)
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
class Op(Enum):
    ADD = staticmethod(lambda a, b: a + b) if 0 else 'add'
    def __call__(self, x): return self.value + x
print(Op.ADD('!'))
print(enum.EnumMeta is enum.EnumType, Color.__doc__, N.__doc__, repr(Enum), repr(Color))
class WithSlots(Enum):
    A = 'a', 1
    def __new__(cls, v, n):
        o = object.__new__(cls); o._value_ = v; o.n = n; return o
print(WithSlots.A.n, WithSlots('a'), WithSlots.A.value)
@functools.total_ordering
class TO(Enum):
    LO = 1; HI = 2
    def __lt__(self, o): return self.value < o.value
print(TO.LO <= TO.HI, max(TO), sorted(TO)[0])
t(lambda: [c for c in reversed(Color)]); t(iter, Color.RED); t(bool, Color.RED); t(lambda: Color.RED & Color.GREEN)
