# changing a bytearray, and how its room grows
import sys


def show(f, *args):
    try:
        r = f(*args)
        print(repr(r) if r is not None else "-", a, len(a), sys.getsizeof(a))
    except Exception as e:
        print(type(e).__name__, e, a)


a = bytearray()
sizes = []
for i in range(100):
    a.append(i)
    sizes.append(sys.getsizeof(a))
print(sizes)
sizes = []
while a:
    a.pop()
    sizes.append(sys.getsizeof(a))
print(sizes)
a = bytearray(range(50))
sizes = [sys.getsizeof(a)]
while len(a) > 3:
    del a[0]
    sizes.append((a.__alloc__(), a[0]))
print(sizes)
a += b"xyz" * 10
print(a, a.__alloc__())
a = bytearray(b"hello")
b = a
a += b" world"
print(a is b, a)
a *= 2
print(a is b, a, sys.getsizeof(a))
a *= 0
print(a, sys.getsizeof(a))
a = bytearray(b"0123456789")
show(a.insert, 0, 65)
show(a.insert, 100, 66)
show(a.insert, -1, 67)
show(a.insert, 1, 256)
show(a.insert, "x", 1)
show(a.insert, 1)
show(a.append, 256)
show(a.append, -1)
show(a.append, "a")
show(a.append, b"a")
show(a.extend, b"xy")
show(a.extend, [1, 2])
show(a.extend, (c for c in b"gen"))
show(a.extend, a)
show(a.extend, "text")
show(a.extend, [300])
show(a.extend, 5)
show(a.pop)
show(a.pop, 0)
show(a.pop, -2)
show(a.pop, 100)
show(a.remove, 65)
show(a.remove, 48)
show(a.reverse)
show(a.copy)
show(a.clear)
show(a.pop)
show(a.remove, 1)
a = bytearray(b"abcdefgh")


def assign(key, value):
    a[key] = value


def delete(key):
    del a[key]


show(assign, 0, 90)
show(assign, -1, 91)
show(assign, 8, 1)
show(assign, 0, 256)
show(assign, 0, "x")
show(assign, 0, b"x")
show(assign, "x", 1)
show(assign, slice(1, 3), b"LONGER")
show(assign, slice(0, 5), b"s")
show(assign, slice(2, 2), [1, 2, 3])
show(assign, slice(5, 1), b"mid")
show(assign, slice(None, None, 2), b"x")
show(assign, slice(None, None, 2), b"1234567")
show(assign, slice(0, 1), 5)
show(assign, slice(0, 1), "x")
show(assign, slice(0, 1), [256])
show(assign, slice(0, 0), a)
show(assign, slice(3, None), a)
show(delete, 0)
show(delete, -1)
show(delete, 100)
show(delete, slice(1, 3))
show(delete, slice(None, None, 3))
show(delete, slice(None, None, -2))
show(delete, slice(5, 2))
show(delete, slice(None))
c = bytearray(b"xyz")
print(c.__reduce__(), c.__reduce_ex__(2), c.__reduce_ex__(4), repr(c), str(c), c.__alloc__())
d = {bytes(c): 1}
print(d[b"xyz"])
c.__init__(b"again")
print(c)
c.__init__()
print(c, sys.getsizeof(c))
