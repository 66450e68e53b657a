"""Every option of dataclasses, and what they refuse."""
from dataclasses import *
import dataclasses, typing
from typing import ClassVar, List, Any, Optional
def t(f, *a, **k):
    try: print(repr(f(*a, **k))[:400])
    except BaseException as e: print(type(e).__name__, e)
@dataclass
class A:
    x: int
    y: str = 'a'
    z: list = field(default_factory=list, repr=False)
    c: ClassVar[int] = 3
    i: InitVar[int] = 5
    def __post_init__(self, i): self.w = i
print(A(1), A(1, 'b', [1], 7).w, A(1) == A(1), A.__annotations__, A.__match_args__, A.__doc__, asdict(A(1)), astuple(A(1)), replace(A(1), x=5, i=1))
t(A); t(A, 1, 2, 3, 4, 5); t(A, x=1, q=2); t(lambda: A(1) < A(2)); t(hash, A(1)); t(lambda: replace(A(1), c=2)); t(lambda: replace(A(1))); t(fields, 5); t(asdict, 5); t(asdict, A); t(replace, 5); print(is_dataclass(A), is_dataclass(A(1)), is_dataclass(5))
def d1():
    @dataclass
    class B:
        x: list = []
t(d1)
def d2():
    @dataclass
    class B:
        x: int = 1
        y: int
t(d2)
def d3():
    @dataclass(order=True)
    class B:
        x: int
        def __lt__(s, o): pass
t(d3)
def d4():
    @dataclass(frozen=True)
    class B:
        x: int
        def __setattr__(s, n, v): pass
t(d4)
@dataclass(frozen=True, order=True)
class F:
    x: int; y: int = 0
f = F(1, 2); t(setattr, f, 'x', 3); t(delattr, f, 'x'); t(setattr, f, 'q', 3); print(hash(F(1, 2)) == hash(F(1, 2)), F(1) < F(2), sorted([F(3), F(1)]), F(1) >= F(1), {F(1): 'a'}[F(1)], F(1) != F(2)); t(lambda: F(1) < 5)
def d5():
    @dataclass
    class G(F): z: int = 1
t(d5)
@dataclass
class P1:
    a: int
    b: int = 2
@dataclass
class P2(P1):
    b: int = 5
    c: int = 6
print(P2(1), P2.__mro__[1], [f.name for f in fields(P2)])
@dataclass(slots=True)
class S: x: int; y: int = 2
print(S(1), S.__slots__); t(setattr, S(1), 'z', 1)
@dataclass(kw_only=True)
class K: x: int; y: int = 2
t(K, 1); print(K(x=1))
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 3
print(K2(1, b=2), K2.__match_args__); t(K2, 1, 2)
@dataclass(eq=False)
class NE: x: int
print(NE(1) == NE(1), hash(NE(1)) is not None)
@dataclass(unsafe_hash=True)
class UH: x: int; y: int = field(default=0, hash=False)
print(hash(UH(1, 2)) == hash(UH(1, 3)))
@dataclass(repr=False)
class NR: x: int
print('object at' in repr(NR(1)))
@dataclass(init=False)
class NI: x: int = 4
print(NI()); t(NI, 1)
M = make_dataclass('M', ['a', ('b', int), ('c', int, field(default=5))], namespace={'dbl': lambda s: s.a * 2}, bases=(), frozen=True); print(M(1, 2), M(3, 4).dbl())
t(make_dataclass, 'M', ['for']); t(make_dataclass, 'M', ['a', 'a']); t(make_dataclass, 'M', ['1a']); t(make_dataclass, 'M', [5])
t(field, default=1, default_factory=list); t(lambda: dataclass(5))
@dataclass
class Str:
    a: 'int' = 1
    b: 'ClassVar[int]' = 2
    c: 'typing.ClassVar' = 3
    d: 'InitVar[int]' = 4
    e: "List[int]" = field(default_factory=list)
print([x.name for x in fields(Str)], Str())
@dataclass
class Rec:
    v: int
    nxt: Optional['Rec'] = None
r = Rec(1); r.nxt = r; print(r)
print(asdict(Rec(1, Rec(2))), astuple(Rec(1, Rec(2))), asdict(Rec(1), dict_factory=lambda kv: sorted(kv)))
@dataclass
class Nest: d: dict; l: list; t: tuple
print(asdict(Nest({'a': P1(1)}, [P1(2)], (P1(3), 1))))
@dataclass
class Cmp:
    x: int = field(compare=False)
    y: int = 1
print(Cmp(1) == Cmp(2), Cmp(1) == 5, Cmp(1).__eq__(5))
class Desc:
    def __set_name__(s, o, n): s.n = '_' + n
    def __get__(s, i, o): return 10 if i is None else getattr(i, s.n)
    def __set__(s, i, v): setattr(i, s.n, int(v))
@dataclass
class DD: x: int = Desc()
print(DD(), DD('5').x)
match A(1, 'q'):
    case A(x, y): print(x, y)
match K2(1, b=9):
    case K2(a, b=b): print(a, b)
@dataclass
class WithMethods:
    """Doc here"""
    items: list[int] = field(default_factory=list, metadata={'k': 1})
    total: int = field(init=False)
    def __post_init__(self): self.total = sum(self.items)
print(WithMethods([1, 2]), fields(WithMethods)[0].metadata, WithMethods.__doc__); t(WithMethods, [1], 5); t(replace, WithMethods([1]), total=5)
print(P1.__init__.__annotations__, P1.__init__.__qualname__, P1.__repr__.__qualname__, P1.__eq__.__name__)
t(lambda: P1.z); t(lambda: A(1).q); print(P1(b=1, a=2), P1(*[1], **{'b': 3})); t(P1, 1, a=1); t(P1, b=1)
