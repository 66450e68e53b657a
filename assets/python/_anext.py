"""What anext(iterator, default) gives: awaited, it is the next item, or the default where there is none left."""


class anext_awaitable:
    def __init__(self, wrapped, default):
        self._wrapped, self._default = wrapped, default

    def __await__(self):
        return self

    __iter__ = __await__

    def _steps(self):
        """The iterator that awaiting the wrapped object drives."""
        if hasattr(type(self._wrapped), '__next__') or hasattr(self._wrapped, 'cr_frame'):
            return self._wrapped
        find = getattr(type(self._wrapped), '__await__', None)
        if find is None:
            raise TypeError(f"object {type(self._wrapped).__name__} can't be used in 'await' expression")
        steps = find(self._wrapped)
        if not hasattr(type(steps), '__next__'):
            raise TypeError(f"__await__() returned non-iterator of type '{type(steps).__name__}'")
        return steps

    def _go(self, name, *args):
        try:
            return getattr(self._steps(), name)(*args)
        except StopAsyncIteration:
            raise StopIteration(self._default) from None

    def __next__(self):
        return self._go('send', None) if hasattr(self._wrapped, 'cr_frame') else self._go('__next__')

    def send(self, value):
        return self._go('send', value)

    def throw(self, *args):
        return self._go('throw', *args)

    def close(self):
        return self._go('close')
