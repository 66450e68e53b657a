# An object made in one example goes on writing to the stream it found there.
import doctest
import sys


class Teller:
    """Tells what it is given.

    >>> teller = Teller()
    >>> teller.tell('one')
    one
    >>> teller.tell('two')
    two
    >>> teller.tell('three')
    four
    >>> print('end')
    end
    """

    def __init__(self):
        self.stream = sys.stdout

    def tell(self, text):
        self.stream.write(text + '\n')


print(doctest.testmod())
