# Random operations on lists: contents and over-allocation after each of them.
import sys

seed = 4711


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


def some(n):
    return [rnd(100) for i in range(rnd(n))]


a = []
for round in range(800):
    op = rnd(16)
    try:
        if op < 3:
            a.append(rnd(100))
        elif op == 3:
            a.insert(rnd(40) - 20, rnd(100))
        elif op == 4:
            a.pop()
        elif op == 5:
            a.pop(rnd(40) - 20)
        elif op == 6:
            a.extend(some(20))
        elif op == 7:
            a.extend(range(rnd(20)))
        elif op == 8:
            i = rnd(30) - 10
            a[i:i + rnd(10)] = some(12)
        elif op == 9:
            del a[rnd(30) - 10:rnd(30) - 10]
        elif op == 10:
            del a[rnd(10)::rnd(4) + 1]
        elif op == 11:
            a[::rnd(3) + 2] = some(12)
        elif op == 12:
            a.remove(rnd(100))
        elif op == 13:
            if len(a) < 60:
                a *= rnd(3)
        elif op == 14:
            a = a[rnd(9) - 3:rnd(60):rnd(3) + 1]
        else:
            a += (x for x in some(9))
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
    print(round, op, a, sys.getsizeof(a))
