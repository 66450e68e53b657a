"""How annotations are told, what they accept, and what they refuse."""
from typing import *
import typing, collections.abc, dataclasses, types, functools, sys
from dataclasses import *
def t(f, *a, **k):
    try: print(repr(f(*a, **k))[:400])
    except BaseException as e: print(type(e).__name__, e)
T = TypeVar('T'); K = TypeVar('K', bound=int); V = TypeVar('V', int, str); C = TypeVar('C', covariant=True); PS = ParamSpec('PS'); Ts = TypeVarTuple('Ts')
print(T, K, V, C, PS, Ts, T.__bound__, V.__constraints__, C.__covariant__, PS.args, PS.kwargs)
for x in (List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None, str], Union[int], Union[int, int], Callable[[int], str], Callable[..., Any], Callable, Tuple[int, ...], Tuple[()], Tuple, Type[int], Literal[1, 'a', None], Any, NoReturn, Never, ClassVar[int], Final[int], Annotated[int, 'x'], List, Dict, Iterable[T], Sequence[int], Mapping[str, int], Generator[int, None, str], Iterator[int], Set[int], FrozenSet[str], Deque[int], DefaultDict[str, int], Counter[str], OrderedDict[str, int], ChainMap[str, int], AbstractSet, ContextManager[int], Awaitable[int], Coroutine[int, int, int], AsyncIterator[int], Pattern[str], Match, Text, AnyStr, Hashable, Sized, SupportsInt, IO[str], TextIO, NewType('N', int), ForwardRef('X'), Concatenate[int, PS], Unpack[Ts], Required[int], NotRequired[int], TypeGuard[int], Self, LiteralString, TypeAlias, Protocol, Generic[T], Optional['Node'], List['Node'], Union['A', int], list[int], dict[str, list[int]], tuple[int, ...], type[int], int | str, int | None, list[int] | None, Optional[List[int]], Union[List[int], Dict[str, Any]], collections.abc.Callable[[int, str], bool], collections.abc.Iterable[int], list[T], Callable[[T], T], Callable[PS, T]):
    print(x)
t(lambda: List[T][int]); t(lambda: Dict[K, T][int, str]); t(lambda: Callable[[T], K][int, int]); t(lambda: Union[T, int][str]); t(lambda: list[T][int]); t(lambda: dict[T, K][str, int]); t(lambda: (T | None)[int] if 0 else 0); t(lambda: Optional[T][int]); t(lambda: tuple[T, ...][int]); t(lambda: List[int][int]); t(lambda: list[int][int]); t(lambda: List[int, str]); t(lambda: Dict[int]); t(lambda: Optional[int, str]); t(lambda: Union[()]); t(lambda: Callable[int]); t(lambda: Callable[int, str]); t(lambda: ClassVar[int, str]); t(lambda: List[5]); t(lambda: Optional[5]); t(lambda: Union[int, 5]); t(lambda: Generic[int]); t(lambda: Protocol[int]); t(lambda: Type[int, str]); t(lambda: Final[1]); t(lambda: Annotated[int]); t(lambda: Any()); t(lambda: List()); t(lambda: List[int]()); t(lambda: Union()); t(lambda: Optional()); t(lambda: isinstance(1, List[int])); t(lambda: isinstance([], List)); t(lambda: isinstance(1, Union[int, str])); t(lambda: isinstance(1, Any)); t(lambda: issubclass(list, Sequence)); t(lambda: isinstance([], Sequence[int])); t(lambda: TypeVar('X', int)); t(lambda: TypeVar('X', bound=1)); t(lambda: TypeVar('X', covariant=True, contravariant=True)); t(lambda: TypeVar('X', int, str, bound=int)); t(lambda: Any[int]); t(lambda: NoReturn[int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(int), get_args(Literal[1, 2]), get_origin(list[int]), get_args(Optional[int]), get_origin(Annotated[int, 1]), get_args(int | str), get_origin(int | str))
print(List[int] == List[int], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int], Optional[int] == Union[int, None], Union[int, str] == int | str, List[int] == list[int], Literal[1] == Literal[1], Literal[1] == Literal[True])
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(Stack[int], Stack[int].__origin__, Stack.__parameters__, s.__orig_class__, Stack.__mro__, Stack[T], Stack[List[T]][int], Stack.__orig_bases__)
t(lambda: Stack[int, str]); 
class P(NamedTuple):
    "doc"
    x: int
    y: float = 1.5
    def norm(self): return self.x + self.y
p = P(1); print(p, p.x, p._fields, p._field_defaults, p.norm(), P.__annotations__, p._replace(x=5), p == (1, 1.5), P.__doc__, P._make([1, 2]), p._asdict(), isinstance(p, tuple)); t(P); t(P, 1, 2, 3); t(setattr, p, 'x', 1); t(P, z=1)
E = NamedTuple('E', [('a', int), ('b', str)]); print(E(1, 'x'), E.__annotations__)
def nt():
    class B(NamedTuple):
        x: int = 1
        y: int
t(nt)
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
d: TD = {'a': 1}; print(TD, TD(a=1, b='x'), TD.__annotations__, TD.__total__, TD.__required_keys__, TD.__optional_keys__); t(lambda: isinstance({}, TD))
TD2 = TypedDict('TD2', {'x': int}); print(TD2(x=1), TD2)
UserId = NewType('UserId', int); print(UserId(5), UserId, UserId.__supertype__, UserId.__name__)
@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...
class F1:
    def close(self): pass
print(isinstance(F1(), Closable), isinstance(1, Closable), issubclass(F1, Closable))
class NR(Protocol):
    x: int
    def m(self): ...
t(isinstance, 1, NR); t(NR); t(issubclass, int, NR)
class Impl(NR): pass
print(type(Impl()).__name__)
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(ov(3), get_overloads(ov).__len__()); t(lambda: cast(int, 'a')); t(lambda: assert_type(1, int)); t(lambda: assert_never(1)); t(lambda: get_type_hints(Stack.push)); 
def hints(a: int, b: 'str' = 'x', *c: float, d: Optional[int] = None, **e: Any) -> 'List[int]': ...
print(get_type_hints(hints), hints.__annotations__)
@final
class Fin: pass
print(Fin.__final__, TYPE_CHECKING, no_type_check(hints) is hints)
class Node(Generic[K, T]):
    left: 'Optional[Node[K, T]]' = None
    x: ClassVar[int] = 3
print(get_type_hints(Node), Node.__parameters__, Node[int, str]); t(lambda: Node[int])
def deco(f: Callable[PS, T]) -> Callable[PS, T]:
    @functools.wraps(f)
    def w(*args: PS.args, **kwargs: PS.kwargs) -> T: return f(*args, **kwargs)
    return w
print(deco(len)([1]), deco.__annotations__)
class Arr(Generic[Unpack[Ts]]): pass
print(Arr[int, str], Arr[()], Arr.__parameters__)
class Z(Generic[T, PS]): pass
print(Z[int, ...])
class X2(Generic[PS]): pass
print(X2[...])
print(typing.get_type_hints(P), is_typeddict(TD), Annotated[int, 1].__metadata__, Literal['a', 'b'].__args__, int | str | None, (int | str).__args__, list[int].__origin__, list[int].__args__, list[int]([1, 2]), type(list[int]), type(int | str))
t(lambda: int | 5); t(lambda: 'a' | int); t(lambda: int | 'a'); t(lambda: List[int] | None); t(lambda: None | List[int]); t(lambda: T | int); t(lambda: int | T); t(lambda: 'X' | List[int]); t(lambda: list[int] | dict[str, int])
