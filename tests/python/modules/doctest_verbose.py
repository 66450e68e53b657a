"""Examples at the head of the module.

>>> square(4)
16
"""
import doctest


def square(number):
    """
    >>> square(3)
    9
    >>> square(-3)  # doctest: +NORMALIZE_WHITESPACE
    9
    """
    return number * number


def plain():
    return None


class Stack:
    """
    >>> Stack().push(1).items
    [1]
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        """
        >>> stack = Stack()
        >>> stack.push(2).push(3).items
        [2, 3]
        >>> stack.missing
        Traceback (most recent call last):
        AttributeError: 'Stack' object has no attribute 'missing'
        """
        self.items.append(item)
        return self

    @property
    def top(self):
        """
        >>> Stack().push(7).top
        7
        """
        return self.items[-1]

    @staticmethod
    def empty():
        """
        >>> Stack.empty().items
        []
        """
        return Stack()


doctest.run_docstring_examples(square, globals(), verbose=True, name='square')
print(doctest.testmod(verbose=True))
