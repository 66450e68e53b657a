"""Representations that stay short, and those that contain themselves."""
import reprlib
from collections import deque


class Long:
    def __repr__(self):
        return 'x' * 50


class Broken:
    def __repr__(self):
        raise ValueError('no')


for value in ('abc' * 20, 'abc', list(range(9)), tuple(range(9)), (1,), set('abcdefghij'), frozenset(range(9)), set(),
              {c: i for i, c in enumerate('abcdefg')}, deque(range(9)), 10 ** 60, [[[[[[[[1]]]]]]]], Long(), [], {}):
    print(reprlib.repr(value))
print(reprlib.repr(Broken()).startswith('<Broken instance at 0x'))
short = reprlib.Repr()
short.maxlist, short.maxstring, short.maxlevel, short.maxother, short.maxlong = 2, 10, 2, 12, 8
print(short.repr([1, 2, 3]), short.repr('a' * 20), short.repr([[[1]]]), short.repr(Long()), short.repr(10 ** 9))


class Upper(reprlib.Repr):
    def repr_str(self, x, level):
        return super().repr_str(x.upper(), level)

    def repr_Long(self, x, level):
        return f'Long at {level}'


print(Upper().repr(['a', 'b' * 40, Long()]))


class Tree(list):
    @reprlib.recursive_repr(fillvalue='<...>')
    def __repr__(self) -> str:
        "the items"
        return '<' + '|'.join(map(repr, self)) + '>'


tree = Tree('abc')
tree.append(tree)
print(tree, Tree.__repr__.__name__, Tree.__repr__.__doc__, Tree.__repr__.__annotations__, Tree.__repr__.__qualname__)

# a name whose hash empties the state that it is in
import gc
state = {}


class Name(str):
    def __hash__(self):
        state.clear()
        return super().__hash__()


state[Name('a')] = 5
error = Exception()
error.__setstate__(state)
gc.collect()
print(vars(error), error.__setstate__(None), error.__setstate__({'b': 1}), error.b)
