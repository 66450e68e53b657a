import sys
a = [1, 2]
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a))
c = [a, a]
print(sys.getrefcount(a))
del b
print(sys.getrefcount(a))
c.pop()
print(sys.getrefcount(a))


def f(x):
    return sys.getrefcount(x)


print(f(a))


class A:
    pass


o = A()
o.list = a
print(sys.getrefcount(a), sys.getrefcount(o), sys.getrefcount(A))
t = (a,)
d = {'k': a}
print(sys.getrefcount(a))
for x in [a]:
    print(sys.getrefcount(a))
print(sys.getrefcount(a))
x = None


def closure():
    v = a
    return lambda: v


g = closure()
print(sys.getrefcount(a))
del g
print(sys.getrefcount(a))
print([sys.getrefcount(i) for i in (a, c)])
import gc
n = [1]
n.append(n)
del n
print(gc.collect())
i = 1000
j = 1000
print(i is j, 5 is 5, 'ab' is 'ab', () is ())
k = int('1000')
print(i is k, id(i) == id(j))
y = 10
z = y
print(id(y) == id(z))
z += 1
print(id(y) == id(z), y)
m = [0] * 10
print(all(e is m[0] for e in m))
for v in (0, 1, 2**30, 2**60, 1.5, '', 'abc', 'é', '中', '😀', b'', b'abc', (), (1,), (1, 2), [], [1], [1, 2, 3], {}, {1: 1},
          set(), {1, 2}, None, True, range(3), f, A, o, len, slice(1), object()):
    print(type(v).__name__, sys.getsizeof(v))
l = []
sizes = []
for i in range(40):
    sizes.append(sys.getsizeof(l))
    l.append(i)
print(sizes)
