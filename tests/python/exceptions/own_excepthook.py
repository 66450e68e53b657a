"""What the program puts into sys.excepthook tells of the exception that ends it."""
import sys
import traceback

print(sys.__excepthook__ is sys.excepthook, sys.__displayhook__ is sys.displayhook)


def hook(kind, value, tb):
    print('hook:', kind.__name__, value, [frame.name for frame in traceback.extract_tb(tb)])
    try:
        1 / 0
    except ZeroDivisionError as error:
        print('inside', error)
    print('last', file=sys.stderr)


def fail(n):
    if n:
        fail(n - 1)
    raise LookupError(n)


sys.excepthook = hook
fail(2)
