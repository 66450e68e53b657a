# What sys.getsizeof gives for objects of library types: those that are written in C in CPython, and classes made from them.
import sys
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from fractions import Fraction
from functools import cmp_to_key, lru_cache, partial
from io import BytesIO, StringIO
from itertools import tee
import gc
import operator
import re


def size(name, value):
    print(name, sys.getsizeof(value), gc.is_tracked(value))


class MyDate(date):
    pass


class MyDecimal(Decimal):
    __slots__ = ("unit",)


class MyOrder(OrderedDict):
    pass


class MyDeque(deque):
    __slots__ = ()


class MyText(StringIO):
    pass


Pair = namedtuple("Pair", "left right")
for name, value in {
        "date": date(2020, 1, 2), "datetime": datetime(2020, 1, 2), "aware": datetime(2020, 1, 2, tzinfo=timezone.utc),
        "time": time(1, 2), "timedelta": timedelta(3), "timezone": timezone.utc, "tzinfo": tzinfo(),
        "Decimal": Decimal("1.5"), "sum": Decimal(1) / 3, "infinity": Decimal("inf"),
        "MyDate": MyDate(2020, 1, 2), "MyDecimal": MyDecimal(1), "partial": partial(print, 1, sep=""),
        "lru_cache": lru_cache(print), "StringIO": StringIO("text"), "BytesIO": BytesIO(), "MyText": MyText(),
        "itemgetter": operator.itemgetter(1, 2), "attrgetter": operator.attrgetter("a"),
        "methodcaller": operator.methodcaller("upper"), "match": re.match("a(b)c", "abc"), "field": Pair.left,
        "no groups": re.match("abc", "abc"), "deque iterator": iter(deque()), "reversed": reversed(deque()),
        "tee": tee([1])[0], "key": cmp_to_key(lambda a, b: 0)(1), "Fraction": Fraction(1, 3), "MyDeque": MyDeque([1]),
        "Counter": Counter("aab"), "defaultdict": defaultdict(list, a=1)}.items():
    size(name, value)

for kind in (OrderedDict, MyOrder):
    ordered = kind()
    size("empty", ordered)
    for i in range(23):
        ordered[i] = i
        size(i, ordered)
    del ordered[5]
    size("deleted", ordered)

for kind in (date, datetime, timedelta, Decimal, StringIO, BytesIO, OrderedDict, deque, defaultdict, partial, re.Pattern,
             re.Match, operator.itemgetter, MyDate, Counter, Fraction, Pair):
    print(kind.__name__, sys.getsizeof(kind))
