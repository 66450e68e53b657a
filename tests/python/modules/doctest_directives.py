"""Directives, failures and exceptions of examples.

>>> 1 + 1
3
>>> add(1, 2)
3
"""
import doctest
def add(a, b):
    """Add.

    >>> add(1, 2)
    4
    >>> add('a', 1)
    Traceback (most recent call last):
        ...
    TypeError: can only concatenate str (not "int") to str
    >>> add(None, 1)
    5
    >>> x = 3
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> list(range(20)) # doctest: +NORMALIZE_WHITESPACE
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
     10,  11, 12, 13, 14, 15, 16, 17, 18, 19]
    >>> 1/0 # doctest: +SKIP
    >>> True
    1
    >>> 1
    True
    >>> add(1,0) or 1/0
    1
    >>> raise KeyError('x')  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    KeyError: whatever
    >>> compile('a b', '', 'exec')
    Traceback (most recent call last):
      File "<x>"
    SyntaxError: invalid syntax
    >>> raise ValueError('multi\\nline')
    Traceback (most recent call last):
    ValueError: multi
    line
    >>> print('x') or 1/0
    x
    >>> def g():
    ...     return 1 / 0
    >>> g()
    0
    """
    return a + b
class A:
    """
    >>> A().m()
    'm'
    """
    def m(self):
        """
        >>> A().m()
        'n'
        """
        return 'm'
    @property
    def p(self):
        """
        >>> A().p
        2
        """
        return 1
    @staticmethod
    def s():
        """>>> A.s()
        1
        """
    @classmethod
    def c(cls):
        """
          >>> A.c()
          1
        """
    class B:
        """
        >>> 5
        6
        """
def no(): "nothing"
print(doctest.testmod())
print(doctest.testmod(verbose=True))
doctest.run_docstring_examples(add, globals())
doctest.run_docstring_examples(A.m, globals(), name='mm', verbose=True)
p = doctest.DocTestParser()
for e in p.get_examples(add.__doc__): print(repr(e.source), repr(e.want), repr(e.exc_msg), e.lineno, e.indent, e.options)
print([part if isinstance(part, str) else part.source for part in p.parse("text\n>>> 1\n1\n\nmore\n")])
for bad in (">>>1\n", ">>> if 1:\n...   2\n ..3\n", "  >>> 1\n 2\n", ">>> 1 # doctest: +FOO\n", ">>> # doctest: +SKIP\n"):
    try: print(len(p.parse(bad)))
    except ValueError as e: print(e)
print(doctest.testmod(optionflags=doctest.FAIL_FAST|doctest.REPORT_ONLY_FIRST_FAILURE))
f = doctest.DocTestFinder()
for t in f.find(add): print(t, len(t.examples))
try: doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as e: print(type(e), repr(e.got), e.example.source)
print(doctest.ELLIPSIS, doctest.SKIP, doctest.FAIL_FAST, doctest.COMPARISON_FLAGS, doctest.REPORTING_FLAGS)
