"""What named tuples refuse, and what stands behind their fields."""
from collections import namedtuple
P = namedtuple('P', 'x y')
p = P(1, 2)
for f in (lambda: setattr(p, 'x', 1), lambda: delattr(p, 'x'), lambda: setattr(p, 'z', 1), lambda: P.x.__set__(p, 1), lambda: P(1), lambda: P(1,2,3), lambda: P(x=1), lambda: P(1, z=2), lambda: p.z, lambda: p._replace(q=1), lambda: P._make([1]), lambda: namedtuple('A', 'x x'), lambda: namedtuple('A', 'class'), lambda: namedtuple('A', '_x'), lambda: namedtuple('1', 'x'), lambda: p[5], lambda: P.x, lambda: P.x.__doc__, lambda: P.__doc__, lambda: type(P.x), lambda: namedtuple('A', 'x y', defaults=[1,2,3]), lambda: namedtuple('A', 'x y', defaults=[1])(5), lambda: namedtuple('A', 'x class x', rename=True)._fields, lambda: P.__new__.__defaults__, lambda: P.__match_args__, lambda: p.__getnewargs__(), lambda: P.x.__get__(p), lambda: P.__repr__.__qualname__, lambda: P.__module__, lambda: P.__slots__):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
