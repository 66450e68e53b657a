# Iterators that are asked for an item by what they read from.
import sys
from itertools import chain, cycle, groupby, islice, pairwise, tee, zip_longest, accumulate, takewhile, dropwhile


def reading(make, asks, count=4):
    """The iterator `make` builds on a source that asks it for an item when its number is in `asks`."""
    class Source:
        number = 0

        def __iter__(self):
            return self

        def __next__(self):
            self.number += 1
            if self.number > count:
                raise StopIteration
            if self.number in asks:
                return ('inner', next(iterator, 'nothing'))
            return [self.number]

    iterator = make(Source())
    out = []
    try:
        for item in islice(iterator, 8):
            out.append(item if not isinstance(item, tuple) or len(item) != 2 or not hasattr(item[1], '__next__') else item[0])
    except (RuntimeError, TypeError) as error:
        out.append(f'{type(error).__name__}: {error}')
    return out


if 'refarrows' in sys.version:         # CPython 3.11.2 crashes
    for make in pairwise, lambda s: islice(s, 1, None, 2):
        for asks in (1,), (2,), (1, 2), (3,), (4,):
            reading(make, asks)
for make in (cycle, chain, chain.from_iterable, lambda s: islice(s, 3),
             lambda s: tee(s)[0], lambda s: zip_longest(s, 'ab'), lambda s: takewhile(bool, s), lambda s: dropwhile(len, s),
             lambda s: accumulate(s, lambda a, b: [a, b])):
    for asks in (), (1,), (2,), (1, 2), (3,), (4,):
        print(asks, reading(make, asks))
print([key for key, group in groupby(reading(iter, ()))])
