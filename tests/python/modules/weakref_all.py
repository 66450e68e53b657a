# Weak references: what they lead to, when they hear of a death and in which order, and the containers made of them.
import copy
import gc
import sys
import weakref
from weakref import (WeakKeyDictionary, WeakMethod, WeakSet, WeakValueDictionary, finalize, getweakrefcount,
                     getweakrefs, proxy, ref)


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Node({self.name!r})'

    def __del__(self):
        print('del', self.name)

    def hello(self, *args):
        return 'hello', self.name, args


def said(text):
    return lambda wr: print(text, type(wr).__name__, wr() if isinstance(wr, ref) else '-')


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


# references
a = Node('a')
r = ref(a)
print(r() is a, ref(a) is r, a.__weakref__ is r, r == ref(a, said('x')), hash(r) == hash(a), getweakrefcount(a))
one, two = ref(a, said('one')), ref(a, said('two'))
print(one is not two, [x is y for x, y in zip(getweakrefs(a), (r, two, one))], sys.getrefcount(a), r.__callback__)
print(sys.getsizeof(r), sys.getsizeof(a), ref.__name__, type(r), Node.__weakrefoffset__, repr(r).split(' at ')[0])
del a
print(r(), one(), repr(r).split('; ')[1], r == one, r == r, hash(r) is not None, two.__callback__)
attempt(hash, one)
for thing in (1, 'a', [], {}, (), None, object()):
    attempt(ref, thing)
for thing in (len, Node, print, sys, {1}.__class__({2}), (x for x in ()), Node.hello, lambda: 0):
    print(type(ref(thing)).__name__, end=' ')
print()
attempt(ref)
attempt(ref, Node, 1, 2)


class Slots:
    __slots__ = ('x',)


class WeakSlots:
    __slots__ = ('x', '__weakref__')


attempt(ref, Slots())
s = WeakSlots()
print(ref(s)() is s, s.__weakref__ is ref(s), sys.getsizeof(s), sys.getsizeof(Slots()))
for base in (list, dict, set, int, str, tuple, Exception):
    kind = type('Sub', (base,), {})
    attempt(lambda: ref(kind())() is None)


# the order of deaths: __del__ first, then the callbacks, the latest first; in a callback the object is gone
class Loud(ref):
    def __call__(self):
        print('asked', end=' ')
        return super().__call__()


b = Node('b')
keep = [ref(b, said(i)) for i in range(3)] + [Loud(b), Loud(b, said('loud'))]
print(getweakrefcount(b), keep[3]() is b)
b = None
b = Node('bad callback')
w = ref(b, lambda wr: 1 / 0)
del b

# resurrection
class Phoenix:
    def __del__(self):
        global saved
        saved = self
        print('saved')


p = Phoenix()
w = ref(p, said('phoenix'))
del p
print(w() is saved)
del saved
print(w())

# cycles
c, d = Node('c'), Node('d')
c.other, d.other = d, c
outside = ref(c, said('c gone'))
c.inside = ref(d, said('never'))
del c, d
gc.collect()
print(outside())

# proxies
class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return ('add', self.value, other)

    def __iadd__(self, other):
        self.value += other
        return self

    def __len__(self):
        return self.value

    def __getitem__(self, key):
        return key * 2

    def __iter__(self):
        return iter(range(self.value))

    def __contains__(self, x):
        return x == 3

    def __eq__(self, other):
        return other == self.value

    def __lt__(self, other):
        return self.value < other

    def __neg__(self):
        return -self.value

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __str__(self):
        return 'number'

    def __bool__(self):
        return self.value > 0


n = Number(4)
q = proxy(n)
print(q.value, q + 1, len(q), q['ab'], list(q), 3 in q, q == 4, q < 5, -q, q(1, x=2), str(q), bool(q), type(q))
q.value = 7
q += 1
print(n.value, type(q).__name__, q.__class__, isinstance(q, Number), proxy(n) is q, repr(q).split(' at ')[0])
attempt(hash, q)
attempt(lambda: q.nothing)
attempt(lambda: q - 1)
attempt(next, q)
del n
q = proxy(m := Number(2), said('proxy'))
del m
attempt(lambda: q.value)
attempt(len, q)
attempt(str, q)
attempt(bool, q)

# methods
e = Node('e')
m = WeakMethod(e.hello, said('method'))
attempt(lambda: ref(e.hello)())
print(m()(1), m == WeakMethod(e.hello), m != WeakMethod(e.hello), hash(m) == hash(WeakMethod(e.hello)))
attempt(WeakMethod, print)
del e
print(m())

# containers
values = WeakValueDictionary({'x': (f := Node('f'))}, y=(g := Node('g')))
print(dict(values), len(values), 'x' in values, values.get('z', 0), sorted(values), list(values.values()), values['x'])
del f
print(dict(values), len(values), 'x' in values, list(values.items()), values.pop('x', 'none'))
attempt(values.__getitem__, 'x')
attempt(values.__setitem__, 'x', 1)
h = Node('h')
print(values.setdefault('h', h) is h, values.setdefault('h', g) is h, (values | {'k': g})['k'],
      sorted(values.copy().keys()))
for key, value in values.items():
    if key == 'y':
        del g
        value = None
        h = None
print(dict(values), len(values))
keys = WeakKeyDictionary()
i, j = Node('i'), Node('j')
keys[i] = 1
keys[j] = [2]
print(len(keys), keys[i], i in keys, 5 in keys, dict(keys), keys.get(j), [k() for k in keys.keyrefs()], keys.pop(i))
del j
print(len(keys), list(keys))
ws = WeakSet([i])
k = Node('k')
ws.add(k)
print(len(ws), i in ws, 5 in ws, ws == WeakSet([k, i]), ws | WeakSet([k]) == ws, len(ws & [i]),
      ws - [i] == WeakSet([k]))
print(repr(ws)[:10], ws > WeakSet([i]), ws.issuperset([k]), ws.isdisjoint([5 and i]), len(ws.copy()))
try:
    ws.remove(Node('other'))
except KeyError as error:
    print('KeyError', type(error.args[0]))
del k
print(len(ws), list(ws))
ws.discard(i)
print(len(ws))
attempt(ws.pop)


# finalizers
def bye(*args, **kwargs):
    print('bye', args, kwargs)
    return 'done'


o = Node('o')
f1 = finalize(o, bye, 1, x=2)
print(f1.alive, f1.atexit, f1.peek()[2:], repr(f1).split(' at ')[0])
print(f1(), f1(), f1.alive, f1.peek(), repr(f1).split('; ')[1])
f2 = finalize(o, bye, 'dies')
del o
print(f2.alive)
keep_alive = Node('kept')
f3, f4, f5 = finalize(keep_alive, bye, 'exit'), finalize(keep_alive, bye, 'not at exit'), \
    finalize(keep_alive, bye, 'last')
f4.atexit = False
print(f3.atexit, f4.atexit, finalize(keep_alive, bye).detach()[2:])
print(sorted(weakref.__all__))
