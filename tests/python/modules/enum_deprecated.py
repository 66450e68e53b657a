# What enum warns of, with the line it warns about.
from enum import Enum, auto


class Mixed(Enum):
    a = 3
    b = 1
    c = auto()
    d = 'text'
    e = auto()


class Outer(Enum):
    class Inner:
        pass
    one = 1


print(list(Mixed), list(Outer)[1:])
try:
    3 in Mixed
except TypeError as error:
    print(error)
