# Random operations on sets: order of iteration and size after each of them.
import sys

seed = 12345


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


def state(s):
    return (list(s), sys.getsizeof(s))


s = set()
t = set()
for round in range(600):
    op = rnd(12)
    span = (20, 200, 5000)[rnd(3)]
    x = rnd(span)
    if op < 4:
        s.add(x * (1, 8, 32)[rnd(3)])
    elif op < 6:
        s.discard(x)
    elif op == 6:
        if s:
            print("pop", s.pop())
    elif op == 7:
        t = {rnd(span) for i in range(rnd(30))}
        s |= t
    elif op == 8:
        s -= t
    elif op == 9:
        s ^= t
    elif op == 10:
        t = set(s)
        t.discard(x)
    elif rnd(6) == 0:
        s &= t
    print(round, op, *state(s), *state(t))

words = set()
for i in range(120):
    words.add("w%d" % rnd(200))
    if i % 3 == 0:
        words.discard("w%d" % rnd(200))
print(list(words), sys.getsizeof(words))
print(list(frozenset(words)), sys.getsizeof(frozenset(words)))
