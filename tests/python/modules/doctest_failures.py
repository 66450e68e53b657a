"""What testmod() says of examples that fail."""
import doctest


def wrong(number):
    """Two that fail.

    >>> wrong(1)
    2
    >>> wrong(2)
    0
    >>> wrong(5)
    """
    return 1 // number + (number == 5)


class Box:
    "An example in one line.  "

    value = 3

    @classmethod
    def make(cls):
        """
        >>> Box.make().value
        4
        """
        return cls()


class Late:
    """
    >>> Late().name
    """
    name = 'late'


print(doctest.testmod())
doctest.run_docstring_examples(wrong, globals(), name='wrong')
