# How nested data is laid out at several widths, indents and depths.
from pprint import pprint, pformat, pp, saferepr, isreadable, isrecursive, PrettyPrinter
from collections import OrderedDict, defaultdict, Counter, deque
from types import SimpleNamespace
from dataclasses import dataclass

nested = {'name': 'Alice', 'scores': [90, 85, 77], 'address': {'street': '12 Long Street Name', 'city': 'Amsterdam', 'tags': ('home', 'work')}, 'friends': ['Bob', 'Carol', 'Dave']}
pprint(nested)
pprint(nested, width=30)
pprint(nested, width=1)
pprint(nested, indent=4)
pprint(nested, depth=1)
pp(nested)
pprint([1, 2, 3]); pprint({}); pprint('x'); pprint(None); pprint((1,)); pprint({3, 1, 2}); pprint(frozenset('ab')); pprint({2: 'b', 1: 'a'}); pprint({'b': 1, 1: 2})
pprint(list(range(40)))
pprint(list(range(60)), compact=True)
pprint(tuple(range(5)), width=8); pprint((list(range(30)),)); pprint(set(range(40))); pprint(frozenset(range(30)), width=40)
pprint('the quick brown fox jumps over the lazy dog ' * 4)
pprint({'text': 'the quick brown fox jumps over the lazy dog ' * 3, 'lines': 'one\ntwo\nthree ' * 8})
pprint(['word ' * 30, b'bytes and more bytes ' * 6]); pprint(b'0123456789' * 12)
pprint([[0] * 10 for _ in range(6)]); pprint([{'id': i, 'label': 'item %d' % i, 'flags': [True, False, None]} for i in range(3)])
pprint(OrderedDict((c * 12, i) for i, c in enumerate('zyxwvu'))); pprint(defaultdict(list, {c * 15: [c] for c in 'dcba'})); pprint(Counter({c * 20: i for i, c in enumerate('abcd')})); pprint(deque(range(50))); pprint(deque(['long word'] * 9, maxlen=9))
pprint(SimpleNamespace(alpha='a' * 30, beta='b' * 30, gamma=[1, 2]))


@dataclass
class Point:
    first: str
    second: list


pprint(Point('f' * 40, ['g' * 20, 'h' * 30])); pprint(Point('a', [1])); pprint([Point('a' * 30, list(range(12)))] * 2)
print(pformat({'a': [1, [2, [3, [4]]]]}, depth=2), saferepr({2: 1, 1: (3,)}), isreadable([1]), isrecursive([1]), pformat(1234567, underscore_numbers=True), PrettyPrinter(width=20).pformat(['aaaaaaaa', 'bbbbbbbb']))
loop = [1]; loop.append(loop)
print(pformat(loop) == f'[1, <Recursion on list with id={id(loop)}>]', isrecursive(loop), isreadable(loop))
matrix = {(i, j): i * j for i in range(4) for j in range(4)}
pprint(matrix); pprint(matrix, sort_dicts=False, width=40)
for bad in (lambda: pprint(1, indent=-1), lambda: pprint(1, depth=0), lambda: pprint(1, width=0)):
    try: bad()
    except ValueError as e: print(e)

# the containers of collections and types
import collections
import types
words = 'the quick brown fox jumped over a lazy dog'.split()
numbers = dict(zip(words, range(9)))
for value in (collections.ChainMap(numbers, {'a': 1}), types.MappingProxyType(numbers), collections.UserDict(numbers),
              collections.UserList(words * 2), collections.UserString(' '.join(words) * 3), bytearray(range(60)),
              [collections.UserString(' '.join(words) * 3)], collections.defaultdict(int), collections.deque(maxlen=7),
              collections.deque(words, maxlen=12), {'k': bytearray(range(40))}, collections.Counter(words)):
    pprint.pprint(value, width=40)
