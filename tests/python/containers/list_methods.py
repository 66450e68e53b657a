# Methods, operators and errors of list and tuple.
def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = [3, 1, 2]
print(a + [4], a * 2, 2 * a, -1 * a, a == [3, 1, 2], a < [3, 2], a <= [3, 1, 2], a != [3], [] == [])
print(a.index(2), a.index(1, -2), a.count(3), 2 in a, 9 in a, len(a), a[-1], a[1:], a[::-1])
for f in (lambda: a.index(9), lambda: a.index(3, 1), lambda: a.remove(9), lambda: a[3], lambda: a["x"],
          lambda: a.pop(7), lambda: [].pop(), lambda: a + (1,), lambda: a * 2.0, lambda: a.index(),
          lambda: a.index(1, 2, 3, 4), lambda: a.insert(1), lambda: a.append(), lambda: a[2 ** 70],
          lambda: a.pop(2 ** 70), lambda: a.insert(2 ** 70, 1), lambda: a.index(1, "x"), lambda: list(5),
          lambda: list(1, 2), lambda: list(x=1), lambda: a < 3, lambda: hash(a), lambda: a[::0], lambda: a["":],
          lambda: (1, 2)[5], lambda: (1, 2)["a"], lambda: (1,) + [2], lambda: (1, 2).index(3), lambda: tuple(5),
          lambda: tuple(x=1), lambda: (1, 2) < [1], lambda: hash(([],)), lambda: tuple(1, 2)):
    attempt(f)


def assign(index, value):
    b = [0, 1, 2, 3, 4]
    try:
        b[index] = value
    except Exception as e:
        print(type(e).__name__ + ":", e, b)
    else:
        print(b)


def delete(index):
    b = [0, 1, 2, 3, 4]
    try:
        del b[index]
    except Exception as e:
        print(type(e).__name__ + ":", e, b)
    else:
        print(b)


for index in (0, -1, 5, -6, "x", slice(1, 3), slice(3, 1), slice(None, None, 2), slice(4, 0, -2), slice(9, 9),
              slice(0, 5, 0), slice(-100, 100), slice(2 ** 80, None), slice(None, -2 ** 80, -1)):
    for value in ([7, 8], (), "abc", 5, range(1)):
        assign(index, value)
    delete(index)
b = [1, 2]
b[1:1] = b
b += "xy"
b *= 2
b.extend(b)
print(b)
b.reverse()
print(b, b.copy() is b, b.copy() == b)
b.clear()
print(b, [[]] * 2, [0] * 10)
r = []
r.append(r)
print(r, [r], (r,))
t = (1, [2])
t[1].append(t)
print(t, (), (1,), tuple("ab"), tuple([1, 2]), t[0:1], t[::-1][1], (1, 2) * 2, (1, 2) + (3,), (1, 2) < (1, 3))
e = (1, 2, 3)
print(e[:] is e, tuple(e) is e, e * 1 is e, e + () is e, () + e is e, e[3:] is (), e * 0 is ())
print(hash(()), hash((1,)), hash((1, 2)), hash(("a", 1.5, None is None)), hash(((1, 2), (3, (4,)))))
print((1, 2, 1).count(1), (1, 2, 1).index(1, 1), 2 in (1, 2), sorted((3, 1)), list(reversed((1, 2, 3))))
