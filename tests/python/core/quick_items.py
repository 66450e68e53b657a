# Items of lists, dicts and sets, loops over them, and what is unpacked.
log = []


class D:
    def __del__(self): log.append("died")


def items():
    l = [1, 2, D(), 4]; i = 2
    l[i] = 5
    print(l, log); d = {1: "a"}
    try: l[9] = 1
    except IndexError as e: print(e)
    try: l[9]
    except IndexError as e: print(e)
    try: d[9]
    except KeyError as e: print(e)
    k = -1; print(l[k], (1, 2)[k], l[True])
items()
def gen(n):
    for i in range(n): yield i
def use():
    t = 0
    for i in gen(5): t += i
    for i in [1, 2, 3]: t += i
    for i in (x for x in [1,2]): t += i
    return t
print(use())
a, b = 1, 2
a, b = b, a
for x, y in [(1, 2), [3, 4], "ab"]: print(x, y)
try: x, y = (1, 2, 3)
except ValueError as e: print(e)
d = {i: i * i for i in range(300)}
print(d[299], d[257], 2.0 in d, True in d, {1: "a", 1.0: "b", True: "c"}, {2**61 - 1: 1, 0: 2}, hash(2**61-1), hash(-1), {-1, -2, 2**70, 2**70})
def mutate():
    l = [0, 1, 2, 3]
    for x in l:
        if x == 1: l.append(9)
        if x == 9: l.clear()
    return l
print(mutate())
