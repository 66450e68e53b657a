# int | str: unions of types.
import sys


def attempt(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    pass


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == "special"


class B(metaclass=Meta):
    pass


Union = type(int | str)
print(Union, Union.__name__, Union.__module__, sys.getsizeof(int | str), sys.getsizeof(int | str | None))
for u in (int | str, int | None, None | int, int | str | None, A | int, int | int, list[int] | int, int | list[int] | list[int],
          (int | str) | (str | float), int | bool, type(None) | int, A | "x".__class__):
    print(repr(u), getattr(u, "__args__", "no args"), getattr(u, "__parameters__", "no parameters"))
print(int | str == str | int, int | str == int | str | None, (int | str) != (str | int), (int | str) == int,
      hash(int | str) == hash(str | int), len({int | str, str | int}), int | int is int)
print(isinstance(1, int | str), isinstance(None, int | None), isinstance(1.0, int | str), isinstance("x", A | B),
      isinstance("special", A | B), issubclass(bool, int | str), issubclass(float, int | None), isinstance(True, (str, int | None)))
for f in (lambda: int | 3, lambda: 3 | int, lambda: int | "str", lambda: None | None, lambda: isinstance(1, int | list[int]),
          lambda: isinstance("", int | list[int]), lambda: issubclass(int, str | list[int]), lambda: (int | str)[int],
          lambda: Union(),
          lambda: (int | str) | None | A, lambda: (int | str).__or__(float), lambda: int.__or__(int, 3),
          lambda: (int | str).__args__[0](3), lambda: issubclass(3, int | str), lambda: isinstance(3, (int | str) | B)):
    attempt(f)


def annotated(a: int | None = None) -> A | None:
    pass


print(annotated.__annotations__)
match 3:
    case int() | str():
        print("matched")
try:
    try:
        1 / 0
    except ZeroDivisionError | ValueError:
        print("not reached")
except TypeError as e:
    print(e)
