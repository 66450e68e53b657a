# More frames than are shown: only the last thousand.
import sys
sys.setrecursionlimit(5000)


def ping(n):
    if n == 0:
        raise ValueError("end")
    return pong(n - 1)


def pong(n):
    return ping(n)


ping(700)
