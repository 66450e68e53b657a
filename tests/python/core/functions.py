def plain(a, b=2, *rest, c, d=4, **more):
    return a, b, rest, c, d, more


print(plain(1, c=3))
print(plain(1, 5, 6, 7, c=8, e=9))
print(plain(*[1, 2, 3], **{'c': 1, 'z': 2}))
for call in ('plain()', 'plain(1)', 'plain(1, c=1, c2=2, a=3)', 'plain(1, 2, c=3, b=4)'):
    try:
        print(eval(call))
    except TypeError as e:
        print(e)


def posonly(a, b, /, c=1, *, k):
    return a, b, c, k


for args, kw in (((1, 2), {'k': 1}), ((1,), {'b': 2, 'k': 1}), ((1, 2, 3, 4), {'k': 1}), ((), {}), ((1, 2), {})):
    try:
        print(posonly(*args, **kw))
    except TypeError as e:
        print(e)


def counter(start):
    n = start

    def bump(by=1):
        nonlocal n
        n += by
        return n
    return bump


c = counter(10)
print(c(), c(5), c.__closure__[0].cell_contents, c.__name__, c.__qualname__)
print((lambda *a, **k: (a, k))(1, x=2))


def default(x, acc=[]):
    acc.append(x)
    return acc


print(default(1), default(2), default.__defaults__)


def gen(n):
    for i in range(n):
        got = yield i
        if got:
            print('got', got)
    return 'done'


g = gen(3)
print(next(g), g.send('hi'), list(g))
try:
    next(g)
except StopIteration as e:
    print('stop', e.value)


def outer():
    r = yield from gen(2)
    print('result', r)


print(list(outer()))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print([fib(i) for i in range(15)])
x = 5


def use_global():
    global x
    x += 1
    return x


print(use_global(), x)
print([(lambda: i)() for i in range(3)], {k: v for k, v in zip('abc', range(3))}, {i % 3 for i in range(10)})
print(sum(i * i for i in range(10)), any(i > 5 for i in range(10)), all([]))
print(max([3, 1, 2], key=lambda v: -v), min('hello'), sorted('banana', reverse=True))


def recurse(n):
    return recurse(n + 1)


try:
    recurse(0)
except RecursionError as e:
    print(type(e).__name__, e)
try:
    def bad():
        print(undefined_local)
        undefined_local = 1
    bad()
except UnboundLocalError as e:
    print(e)
try:
    nope
except NameError as e:
    print(e)


def deco(f):
    def wrapper(*a):
        return f(*a) * 2
    return wrapper


@deco
def twice(v):
    return v + 1


print(twice(3))
a, (b, *cc), d = 1, (2, 3, 4), 5
print(a, b, cc, d)
*init, last = range(5)
print(init, last)
for bad_unpack in ('a, b = 1, 2, 3', 'a, b, c = 1, 2', 'a, *b = ()', 'a, b = 5'):
    try:
        exec(bad_unpack)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(f"{x!r:>5}|{3.14159:.2f}|{'hi':^6}|{x=}")
if (y := 10) > 5:
    print(y)
while True:
    x -= 1
    if x < 3:
        break
else:
    print('never')
for i in range(3):
    if i == 1:
        continue
    print(i)
else:
    print('else')
del y
try:
    y
except NameError as e:
    print(e)
assert x == 2
try:
    assert x == 3, 'x is ' + str(x)
except AssertionError as e:
    print(e)
match [1, 2, {'k': 'v'}]:
    case [1, n, {'k': val}]:
        print(n, val)
    case _:
        print('no')
