# The text of Unicode errors whose attributes a program changed, and contexts that form a cycle.
for error in (UnicodeEncodeError('baz', 'xx\u1234\U0001f600x', 1, 5, 'foo'), UnicodeDecodeError('baz', b'xxxxx', 1, 5, 'foo'),
              UnicodeTranslateError('xxxx', 1, 5, 'foo')):
    print(error)
    for end in 2, 3, 4, 100:
        error.start, error.end = end - 1, end
        print(error)
    error.reason = 10 ** 20
    error.encoding = 4000
    error.start = 1000
    print(error)


def cycle():
    try:
        raise ValueError(1)
    except ValueError as inner:
        inner.__context__ = inner
        raise TypeError(2)


try:
    cycle()
except TypeError as error:
    print(repr(error), repr(error.__context__), error.__context__.__context__ is error.__context__)
for arguments in ((UnicodeEncodeError, 'a', 'b', 1, 2), (UnicodeEncodeError, 1, 'b', 1, 2, 'c'), (UnicodeEncodeError, 'a', b'b', 1, 2, 'c'),
                  (UnicodeDecodeError, 'a', 'b', 1, 2, 'c'), (UnicodeDecodeError, 'a', b'b', 'x', 2, 'c'),
                  (UnicodeTranslateError, 'a', 1, 2), (UnicodeTranslateError, 'a', 1, 2.5, 'c'), (UnicodeEncodeError,)):
    try:
        print(arguments[0](*arguments[1:]))
    except TypeError as error:
        print(error)
