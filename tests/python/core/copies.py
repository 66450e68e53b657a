# copy and deepcopy of built-in objects and exceptions, and what __reduce_ex__ and __getstate__ give.
import copy
from collections import deque


class Set(set):
    pass


class List(list):
    pass


class Point:
    def __init__(self):
        self.x = [1]


class Slots:
    __slots__ = ('a', 'b')


class Error(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.c = [a]


slots, items, error = Slots(), List([1, [2]]), Error(1, [2])
slots.a, items.z, error.q = [1], 3, 5
values = [{1, 2, 3}, frozenset([1, (2,)]), Set([1, 2]), slice(1, 2), range(5), error, KeyError('k'), OSError(2, 'x', 'y'),
          OSError(2, 'x'), deque([1, [2]], 5), items, bytearray(b'x'), (1, [2]), {'a': [1]}, StopIteration(3), SystemExit(2),
          UnicodeDecodeError('a', b'b', 0, 1, 'r'), ExceptionGroup('g', [ValueError(1)]), (x for x in [])]
for value in values[:-1]:
    for function in copy.copy, copy.deepcopy:
        made = function(value)
        print(function.__name__, made is value, repr(made), type(made) is type(value), getattr(made, '__dict__', None))
for value in ({1}, frozenset([1]), slice(1, 2), error, KeyError('k'), OSError(2, 'x', 'y'), values[-1]):
    try:
        print(value.__reduce_ex__(4))
    except TypeError as failure:
        print(failure)
for value in Point(), slots, items, error, 5, 'text', None:
    print(value.__getstate__())
for protocol in 2, 4:
    print(len(Point().__reduce_ex__(protocol)), Point().__reduce_ex__(protocol)[2])
error.__setstate__({'new': 1})
print(error.new, vars(error))
