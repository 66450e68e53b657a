from __future__ import annotations
# typing and dataclasses.
from typing import *
import typing
from dataclasses import *
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Callable[[int], str], Tuple[int, ...], Any, Type[int], Iterator[int])
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], T, s.__orig_class__)
class Emp(NamedTuple):
    name: str
    id: int = 3
print(Emp('a'), Emp._field_defaults, Emp.__annotations__)
P2 = NamedTuple('P2', [('x', int)]); print(P2(1))
class TD(TypedDict):
    x: int
print(TD(x=1), TD.__annotations__)
@runtime_checkable
class Q(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return 'q'
print(isinstance(Duck(), Q), isinstance(3, Q))
print(Literal['a', 1], Union[int, None], Optional[Union[int,str]], get_args(Dict[str,int]), get_origin(List[int]))
print(get_type_hints(Stack.push))
UserId = NewType('UserId', int); print(UserId(5), UserId)
@dataclass
class A:
    x: int
    y: list = field(default_factory=list)
    z: str = 'a'
a = A(1); print(a, a == A(1), A(2, [3]), asdict(a), astuple(a), replace(a, x=9), fields(A)[0].name)
@dataclass(order=True, frozen=True)
class B:
    a: int
    b: float = 1.5
print(B(1) < B(2), hash(B(1)) == hash(B(1)), sorted([B(3), B(1)]), B.__doc__, B.__match_args__)
try: B(1).a = 3
except FrozenInstanceError as e: print(repr(e))
try: A()
except TypeError as e: print(e)
@dataclass
class C(A):
    w: int = 0
    k: ClassVar[int] = 4
    def __post_init__(self): self.total = self.x + self.w
print(C(1, w=2).total, C(1))
@dataclass(slots=True, kw_only=True)
class D:
    q: int
print(D(q=1))
try: D(1)
except TypeError as e: print(e)
try:
    @dataclass
    class E:
        x: list = []
except ValueError as e: print(e)
print(make_dataclass('X', ['a', ('b', int), ('c', int, 3)])(1, 2))
match A(1, [2]):
    case A(x, y): print(x, y)
print(Callable[..., int], ClassVar[int], Final[int], Annotated[int, 'x'], Self, NoReturn, Text, AnyStr, Deque[int], DefaultDict[str,int], typing.Counter[str])
@overload
def f(x: int) -> int: ...
def f(x): return x
print(f(3), cast(int, 'x'), TYPE_CHECKING)
