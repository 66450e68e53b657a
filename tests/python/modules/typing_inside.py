# What typing's aliases hold.
from typing import *
T = TypeVar('T')
class G(Generic[T]): pass
class N(NamedTuple):
    a: int
class TD(TypedDict):
    a: int
class Pr(Protocol):
    def f(self): ...
UserId = NewType('UserId', int)
for v in List, List[int], Dict[str, int], Optional[int], Union[int, str], Callable[[int], str], Callable, Tuple[int, ...], Tuple, T, Literal[1], ClassVar[int], Final, Annotated[int, 3], G[int], Iterable[int], Type[int], UserId, NoReturn, Deque[int], Set[str], DefaultDict[str, int], Sequence[T], Self:
    try: d = v.__dict__
    except AttributeError: d = None
    d = d and {k: d[k] for k in d if k != '__doc__'}
    print(v, type(v).__name__, {k: d[k] for k in sorted(d)} if d is not None and type(v) is not type else d and sorted(d))
for c in G, N, TD, Pr:
    print(c.__name__, type(c), c.__bases__, sorted(c.__dict__), type(c.__dict__.get('__orig_bases__')))
