# list[int]: types with arguments.
import sys


def attempt(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class Box:
    class Inner:
        pass

    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item!r}"


Alias = type(list[int])
for alias in (list[int], dict[str, list[int]], tuple[int, ...], tuple[()], set[Box], frozenset[Box.Inner], type[int],
              list["text"], list[None], list[3], list[int | None], tuple[list[int], dict[str, int]], list[[1, 2]]):
    print(repr(alias), alias.__origin__, alias.__args__, alias.__parameters__, str(alias))
print(Alias, Alias.__name__, Alias.__module__, type(Alias), list[int].__class__, sys.getsizeof(list[int]))
print(list[int]([1, 2]), dict[str, int](a=1), tuple[int]("ab"), type(list[int]()))
print(list[int] == list[int], list[int] != list[str], list[int] == list, hash(list[int]) == hash(list[int]),
      list[int] is list[int], list[int] == set[int], len({list[int], list[int], list[str]}))
print(list[int].append, list[int].__name__, list[int].__doc__ == list.__doc__, list[int].__mro_entries__(()))
attempt(lambda: list[int].nothing)
attempt(lambda: list[int][str])
attempt(lambda: isinstance([], list[int]))
attempt(lambda: issubclass(list, list[int]))
attempt(lambda: isinstance([], (int, list[int])))
attempt(lambda: int[str])
attempt(lambda: Box[int])
attempt(lambda: Alias(list, int))
attempt(lambda: Alias(list, (int, str)))
attempt(lambda: Alias(list))
attempt(lambda: Alias(list, int, x=1))
attempt(lambda: repr(Alias(Box, int)))
attempt(lambda: list[int] | None)
attempt(lambda: [*tuple[int, str]])
attempt(lambda: tuple[(*tuple[int, str], int)])
attempt(lambda: [*tuple[int]][0].__unpacked__)
attempt(lambda: list[int]("x", "y"))


class Numbers(list[int]):
    pass


print(Numbers.__bases__, Numbers.__orig_bases__, Numbers.__mro__, Numbers([1]))


class Plain:
    def __init__(self, *args):
        self.args = args


made = Alias(Plain, int)(1, 2)
print(made.args, made.__orig_class__)


def annotated(a: list[int], b: dict[str, int] = {}) -> tuple[int, ...]:
    pass


print(annotated.__annotations__)


class Variable:
    def __init__(self, name):
        self.name = name

    def __typing_subst__(self, value):
        return value

    def __repr__(self):
        return "~" + self.name


T, U = Variable("T"), Variable("U")
pair = dict[T, list[U]]
print(pair, pair.__parameters__, pair[int, str], pair[int, T], pair[int, T].__parameters__)
attempt(lambda: pair[int])
attempt(lambda: pair[int, str, float])
attempt(lambda: list[T][int])
attempt(lambda: list[T][int, str])
attempt(lambda: (list[T] | None)[int])
attempt(lambda: (list[T] | set[U])[int, str])
attempt(lambda: (list[T] | set[U]).__parameters__)
