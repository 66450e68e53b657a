from dataclasses import dataclass
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def where(p):
    match p:
        case Pt(0, 0): return 'origin'
        case Pt(x=0, y=y): return f'y={y}'
        case Pt(x, y) if x == y: return 'diag'
        case [a, b, *_]: return (a, b)
        case {'k': v, **rest}: return v, rest
        case int() | float(): return 'num'
        case str() as s: return s.upper()
        case None: return 'none'
        case _: return 'other'
for p in [Pt(0, 0), Pt(0, 5), Pt(2, 2), [1, 2, 3], {'k': 1, 'z': 2}, 3.5, 'hi', None, {1}]:
    print(where(p))
