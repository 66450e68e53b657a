import functools


def noisy(f):
    @functools.wraps(f)
    def inner(*args):
        return f(*args)
    return inner


class Pair:
    x = 1

    @staticmethod
    @noisy
    def add(a, b):
        return a + b

    @classmethod
    def make(cls):
        return cls()


def part():
    yield 1
    return 'end'


def whole():
    got = yield from part()
    yield got


p = Pair.make()
print(p.add(1, 2), list(whole()))
