# order of deaths, resurrection
class D:
    log = []
    def __init__(self, n, *h): self.n, self.h = n, h
    def __del__(self): print('del', self.n, end=' ')
def end(): print()
a = D(1, D(2), D(3, D(4), D(5)), D(6)); del a; end()
l = [D(i) for i in range(4)]; del l; end()
l = [D(i) for i in range(4)]; l.clear(); end()
l = [D(i) for i in range(6)]; del l[1:4]; print('|', end=' '); del l[0]; print('|', end=' '); l[:] = []; end()
t = (D('t1'), D('t2')); del t; end()
d = {D('k'): D('v'), 2: D('v2')}; del d; end()
d = {1: D('a'), 2: D('b')}; d.update({1: D('c')}); print('|', end=' '); d.clear(); end()
s = {D('s')}; del s; end()
class R:
    def __del__(self): global saved; print('res', end=' '); saved = self
r = R(); del r; print(type(saved).__name__, end=' '); del saved; print('saved' in globals()); end()
def f():
    x = D('x'); y = D('y'); z = [x, y]
f(); end()
def g():
    x = D('gx')
    try: raise ValueError
    except ValueError: y = D('gy')
    return D('ret')
g(); end()
v = g(); print('|', end=' '); del v; end()
def gen():
    a = D('ga'); yield 1; b = D('gb'); yield 2
q = gen(); next(q); del q; end()
q = gen(); next(q); next(q); q.close(); end()
for i in gen(): break
end(); del i
a = b = D('ab'); a = 1; print('|', end=' '); b = 1; end()
x = D('x1'); x = D('x2'); print('|', end=' '); del x; end()
class E:
    a = D('class')
del E; import gc; gc.collect(); end()
class F:
    def __init__(self): self.a = D('fa'); self.b = D('fb'); self.c = D('fc')
f1 = F(); del f1; end()
f1 = F(); del f1.b; print('|', end=' '); f1.__dict__.clear(); end()
f1 = F(); f1.__dict__; del f1; end()
def deep(n):
    a = None
    for i in range(n): a = (a,)
    return a
deep(100000); print('deep ok')
class Node:
    def __init__(self, nxt): self.next = nxt
n = None
for i in range(100000): n = Node(n)
del n; print('chain ok')
def raiser():
    x = D('rx')
    raise KeyError('k')
try: raiser()
except KeyError as e: print('caught', end=' ')
end()
try:
    try: raiser()
    except KeyError as e: raise ValueError from e
except ValueError as e: err = e
print('|', end=' '); del err; end()
class X:
    def __del__(self): raise RuntimeError('in del')
import sys
sys.unraisablehook = lambda u: print('unraisable', u.exc_type.__name__, end=' ')
del_me = X(); del del_me; end()
import functools
@functools.lru_cache
def cached(n): return D(n)
cached(1); cached.cache_clear(); end()
it = iter([D('i1'), D('i2')]); next(it); print('|', end=' '); del it; end()
z = zip([D('z1')], [D('z2')]); del z; end()
m = map(lambda a: a, [D('m')]); next(m); print('|', end=' '); del m; end()
lam = lambda a=D('def'): a; del lam; end()
class Meta(type):
    def __del__(cls): print('meta del', cls.__name__, end=' ')
class C(metaclass=Meta): pass
del C; gc.collect(); end()
class Sl: __slots__ = ('a', 'b')
sl = Sl(); sl.a = D('sa'); sl.b = D('sb'); del sl; end()
from collections import deque, OrderedDict, defaultdict
dq = deque([D('d1'), D('d2')]); dq.rotate(1); dq.popleft(); print('|', end=' '); del dq; end()
end()
e1, e2 = D('exit1'), D('exit2'); keep = [D('exit3')]; e1.o = e2; e2.o = e1
