"""Heaps: a list whose smallest item is always the first."""
from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output.'''
    heap = []
    build, pop, replace = (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (heapify, heappop, heapreplace)
    direction = -1 if reverse else 1
    for order, it in enumerate(map(iter, iterables)):
        try:
            value = next(it)
        except StopIteration:
            continue
        heap.append([key(value) if key else value, order * direction, value, it])
    build(heap)
    while len(heap) > 1:
        try:
            while True:
                _, _, value, it = entry = heap[0]
                yield value
                value = next(it)
                entry[0] = key(value) if key else value
                entry[2] = value
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        _, _, value, it = heap[0]
        yield value
        yield from it


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
