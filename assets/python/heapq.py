"""Heaps: a list whose smallest item is always the first."""
from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output.'''
    heap = []
    build, pop, replace = (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (heapify, heappop, heapreplace)
    direction, shown = -1 if reverse else 1, 0 if key is None else 3
    for order, it in enumerate(map(iter, iterables)):
        advance = it.__next__
        try:
            value = advance()
        except StopIteration:
            continue
        place = order * direction
        heap.append([value, place, advance] if key is None else [key(value), place, advance, value])
    build(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                advance = entry[2]
                value = entry[shown]
                yield value
                value = entry[shown] = advance()
                if key is not None:
                    entry[0] = key(value)
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        entry = heap[0]
        yield entry[shown]
        yield from entry[2].__self__


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset."""
    if n == 1:
        sentinel = object()
        result = min(iter(iterable), default=sentinel, key=key)
        return [] if result is sentinel else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    return [entry[-1] for entry in sorted(_best(n, iterable, key, 1, _heapify_max, _heapreplace_max))]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset."""
    if n == 1:
        sentinel = object()
        result = max(iter(iterable), default=sentinel, key=key)
        return [] if result is sentinel else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    return [entry[-1] for entry in sorted(_best(n, iterable, key, -1, heapify, heapreplace), reverse=True)]


def _best(n, iterable, key, direction, build, replace):
    """The n best as (key, order, item), a heap with the worst of them on top."""
    it = iter(iterable)
    heap = [(elem if key is None else key(elem), i * direction, elem) for i, elem in zip(range(n), it)]
    if not heap:
        return heap
    build(heap)
    top = heap[0][0]
    order = n * direction
    for elem in it:
        k = elem if key is None else key(elem)
        if k < top if direction > 0 else top < k:
            replace(heap, (k, order, elem))
            top = heap[0][0]
            order += direction
    return heap
