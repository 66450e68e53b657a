"""Sets, deletes and calls at random what the objects of the language have, with values that do not belong there, and then
uses the objects. Run by fuzz_attributes.py, in refarrows only: nothing here may end the process.

    attributes.py SEED ROUNDS
"""
import abc
import collections
import contextlib
import copy
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import io
import itertools
import json
import operator
import pprint
import queue
import random
import re
import sys
import traceback
import types
import typing
import weakref

chance = random.Random(int(sys.argv[1]))


class Plain:
    """doc"""
    x = 1

    def method(self):
        return 1

    @property
    def prop(self):
        return 1

    @staticmethod
    def static():
        pass

    @classmethod
    def of_class(cls):
        pass


class Slots:
    __slots__ = ('a', 'b')


class Meta(type):
    pass


class Made(Plain, metaclass=Meta):
    pass


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


@dataclasses.dataclass
class Data:
    x: int = 1


Point = collections.namedtuple('Point', 'x y')


def function(a, b=1, *c, d=2, **e):
    return a


def generator():
    yield (yield 1)


async def asynchronous():
    yield 1


def closure(value):
    def inner():
        return value
    return inner


def caught():
    try:
        1 / 0
    except ZeroDivisionError as error:
        return error


def subclass_instances():
    return [type('Sub', (base,), {})(*args) for base, args in (
        (dict, ()), (list, ([1],)), (int, (3,)), (str, ('x',)), (tuple, ((1,),)), (set, ((1,),)), (Exception, (1,)))]


def objects():
    error = caught()
    return [
        Plain(), Slots(), Made, Plain, Meta, function, generator(), asynchronous(), closure(3),
        closure(3).__closure__[0], error, error.__traceback__, error.__traceback__.tb_frame, function.__code__,
        Plain().method, [].append, len, Plain.__dict__, Plain.__dict__['prop'], Plain.__dict__['static'],
        Plain.__dict__['of_class'], Slots.a, 5, 1.5, 1j, 'abc', b'ab', bytearray(b'abc'), [1, 2], (1, 2), {1: 2}, {1, 2},
        frozenset([1]), range(5), slice(1, 2), memoryview(b'abc'), iter([1]), iter((1,)), iter({1: 2}), iter('ab'),
        iter({1}), iter(range(3)), reversed([1]), enumerate([1]), zip([1]), map(str, [1]), filter(None, [1]), {}.keys(),
        {}.items(), {1: 2}.values(), object(), type, object, int, NotImplemented, None, ..., super(Made, Made()),
        weakref.ref(Plain), weakref.proxy(Made), functools.partial(function, 1), itertools.count(), itertools.chain([1]),
        itertools.groupby([1]), itertools.tee([1])[0], itertools.cycle([1]), itertools.product([1], [2]),
        itertools.islice([1, 2, 3], 2), itertools.accumulate([1, 2]), itertools.zip_longest([1], [2, 3]),
        itertools.permutations([1, 2]), operator.itemgetter(1), operator.attrgetter('x'), operator.methodcaller('method'),
        collections.deque([1]), collections.OrderedDict(a=1), collections.Counter('a'), collections.defaultdict(list),
        collections.ChainMap({}), re.compile('a(b)'), re.match('a', 'a'), io.StringIO('a'), io.BytesIO(b'a'),
        datetime.date(2020, 1, 1), datetime.timedelta(1), decimal.Decimal(1), fractions.Fraction(1), Colour.RED, Colour,
        Data(), Data, Point(1, 2), Point, types.SimpleNamespace(a=1), types.MappingProxyType({}),
        types.ModuleType('made'), contextlib.suppress(), list[int], int | str, typing.List[int], typing.TypeVar('T'),
        ExceptionGroup('a', [ValueError()]), SyntaxError('a', ('b', 1, 1, 'c')), OSError(1, 'a'),
        UnicodeDecodeError('a', b'b', 0, 1, 'c'), StopIteration(1), ImportError('a'), AttributeError('a'), NameError('b'),
        SystemExit(1), property(), staticmethod(function), classmethod(function), functools.lru_cache(function),
        functools.cached_property(function), abc.ABC, queue.Queue(), random.Random(1), sys.stdout, int.__add__, str.join,
        (1).__add__, int.__dict__['real'], type.__dict__['__mro__'], traceback.TracebackException.from_exception(error),
        *subclass_instances()]


def values():
    return [None, 0, -1, 2 ** 70, 1.5, 'x', '', b'x', (), (1,), ('a', 'b'), [], [1], {}, {1: 2}, {'a': 1}, set(), Plain, int,
            object, Plain(), function, function.__code__, closure(1).__code__, generator(), ValueError(1), caught(),
            caught().__traceback__, lambda *a, **k: 1, property(lambda s: 1), (Plain,), (int,), (object,), ...,
            NotImplemented, True, range(3), type, iter([]), '\ud800', 'a\0b', [Plain], Meta]


USES = [
    repr, str, hash, dir, bool, len, list, copy.copy, copy.deepcopy, lambda o: o == o, lambda o: o < o, lambda o: o(),
    lambda o: o(1), next, lambda o: o + o, lambda o: o[0], lambda o: o.__reduce_ex__(2), vars,
    lambda o: isinstance(o, Plain), lambda o: isinstance(1, o), lambda o: issubclass(o, Plain), lambda o: f'{o}',
    lambda o: o.method(), lambda o: o.x, lambda o: setattr(o, 'x', 1), sys.getsizeof, iter, lambda o: o.close(),
    lambda o: o.send(None), lambda o: o.throw(ValueError), lambda o: type('Q', (o,), {})(), traceback.format_exception,
    pprint.pformat, json.dumps, lambda o: o.with_traceback(None), lambda o: o.split([ValueError])]
MORE_NAMES = '''__class__ __dict__ __bases__ __name__ __qualname__ __module__ __doc__ __code__ __defaults__ __kwdefaults__
    __annotations__ __abstractmethods__ __cause__ __context__ __traceback__ __notes__ __suppress_context__ __mro__ __slots__
    args x __hash__ __eq__ __len__ __iter__ __next__ __call__ __getattr__ __get__ __set__ __init__ __new__ __repr__ __bool__
    __del__'''.split()


def some_values(most):
    return [chance.choice(values()) for _ in range(chance.randrange(most))]


def change(thing, name):
    kind = chance.randrange(8)
    if kind < 4:
        setattr(thing, name, chance.choice(values()))
    elif kind == 4:
        delattr(thing, name)
    elif kind == 5:
        getattr(thing, name)(*some_values(4))
    elif kind == 6:
        type(thing).__dict__[name].__set__(thing, chance.choice(values()))
    else:
        getattr(type(thing), name)(chance.choice(things), *some_values(3))


def names_of(thing):
    try:
        return list(dir(thing)) + MORE_NAMES
    except BaseException:
        return MORE_NAMES


things = objects()
for number in range(int(sys.argv[2])):
    thing = chance.choice(things)
    try:
        change(thing, chance.choice(names_of(thing)))
    except BaseException:
        pass
    for use in USES:
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                use(thing)
        except BaseException:
            pass
    if chance.randrange(200) == 0:
        things = objects()
