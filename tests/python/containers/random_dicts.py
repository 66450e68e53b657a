# Random operations on dicts: order and size of the table after each of them.
import sys

seed = 99


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


def key():
    n = rnd(60)
    return n if kind == 1 else "k%d" % n if kind == 0 or n % 2 else n


for kind in range(3):
    d = {}
    for round in range(300):
        op = rnd(14)
        try:
            if op < 6:
                d[key()] = round
            elif op < 8:
                del d[key()]
            elif op == 8:
                print(d.pop(key(), None))
            elif op == 9:
                print(d.popitem())
            elif op == 10:
                print(d.setdefault(key(), -1))
            elif op == 11:
                e = {key(): i for i in range(rnd(12))}
                d.update(e)
                print(sys.getsizeof(e), sys.getsizeof(e | d))
            elif op == 12:
                d = dict(d)
            elif rnd(5) == 0:
                d.clear()
        except KeyError as e:
            print("KeyError", e)
        print(kind, round, op, d, sys.getsizeof(d), sys.getsizeof(d.copy()))
