# Classes of collections.abc and those derived from them match as sequences and mappings.
import collections
import collections.abc


class Row(collections.abc.Sequence):
    def __len__(self):
        return 42

    def __getitem__(self, i):
        return i


class Table(collections.abc.Mapping):
    def __len__(self):
        return 1

    def __iter__(self):
        return iter([2])

    def __getitem__(self, key):
        return {2: 3}[key]


for value in Row(), Table(), collections.UserDict({0: 1, 2: 3}), collections.UserList([1, 2]), collections.deque([1]), 'no':
    match value:
        case [x, *_, y]:
            print('sequence', x, y)
        case [x]:
            print('one', x)
        case {2: found, **rest}:
            print('mapping', found, rest)
        case _:
            print('neither')
print('__abc_tpflags__' in vars(collections.abc.Sequence))
