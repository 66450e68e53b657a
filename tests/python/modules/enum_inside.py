# What an enumeration class holds, and flags in every boundary.
from enum import *
class F(Flag):
    R = 4
    W = 2
for v in (8, 12, 6, -1, 16|4):
    try: print(v, repr(F(v)))
    except Exception as e: print(v, type(e).__name__, e)
print(F._boundary_, Flag._boundary_, IntFlag._boundary_, ~F.R, F.R._inverted_, F._all_bits_, F._flag_mask_)
class G(IntFlag):
    A = 1
    B = 2
print(repr(G(9)), ~G.A, G.__dict__.get('_boundary_'))
class P(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto()
class Q(str, Enum):
    A = 'a'
class T(tuple, Enum):
    A = (1, 2)
class M(Enum):
    def __new__(cls, v, w):
        o = object.__new__(cls); o._value_ = v; o.w = w; return o
    A = 1, 2
class Planet(Enum):
    E = (1, 2)
    def __init__(self, a, b): self.a = a; self.b = b
class S(StrEnum):
    A = auto()
for c in P, Q, T, M, Planet, S, G:
    print(c.__name__, [k for k in sorted(c.__dict__)])
    print([type(c.__dict__[k]).__name__ for k in sorted(c.__dict__)], c.__dict__['_use_args_'], c.__dict__['_value_repr_'])
    print([sorted(m.__dict__) for m in c], list(c))
print([m for m in F(6)], [m for m in G(3)], len(F(6)), F.R in F(6), (~F.R)._inverted_, F.__dict__["_boundary_"])
class Strict(Flag, boundary=STRICT):
    A = 1
    B = 4
try: Strict(2)
except ValueError as e: print(e)
print(list(Strict(5)), list(F), list(F(6)))
