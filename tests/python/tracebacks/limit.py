import sys


def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1) ; x = 1


sys.tracebacklimit = 2
down(5)
