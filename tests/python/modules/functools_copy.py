# functools, copy, types.
import functools, copy, types
from functools import *
@lru_cache
def fib(n): return n if n < 2 else fib(n-1)+fib(n-2)
print(fib(100), fib.cache_info(), fib.__name__, fib.__wrapped__ is not fib)
@cache
def g(a, b=2): return a+b
g(1); g(1); g(1, b=3); print(g.cache_info())
p = partial(int, base=2); print(p('101'), p)
print(reduce(lambda a,b:a*b, [1,2,3,4]), reduce(max, [], 5))
try: reduce(max, [])
except TypeError as e: print(e)
print(sorted([3,1,2], key=cmp_to_key(lambda a,b: b-a)))
@total_ordering
class V:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(V(1)<=V(2), V(1)>V(2), V(2)>=V(2))
@singledispatch
def f(x): return 'obj'
@f.register
def _(x: int): return 'int'
@f.register(list)
def _(x): return 'list'
print(f(1), f([]), f('a'), f(True))
class A:
    @cached_property
    def x(self): print('once'); return 1
a = A(); print(a.x, a.x, vars(a))
class N:
    def __init__(self): self.l=[1,[2]]; self.me=self
n = N(); m = copy.deepcopy(n); print(m.me is m, m.l, m.l is n.l, m.l[1] is n.l[1]); k = copy.copy(n); print(k.l is n.l)
print(copy.deepcopy({1:[2,(3,[4])]}), copy.copy([1]))
class S:
    __slots__=('a',)
s=S(); s.a=[1]; t=copy.deepcopy(s); print(t.a, t.a is s.a)
from collections import *
print(copy.deepcopy(OrderedDict(a=[1])), copy.copy(Counter('aab')), copy.deepcopy(defaultdict(list, {1:[2]})), copy.deepcopy(deque([1,[2]], 5)))
P=namedtuple('P','x y'); print(copy.deepcopy(P(1,[2])), copy.copy(P(1,2)))
class L(list): pass
l=L([1,[2]]); l.z=3; q=copy.deepcopy(l); print(q, q.z, type(q))
print(types.FunctionType, types.GeneratorType, types.SimpleNamespace(a=1))
def deco(f):
    @wraps(f)
    def w(*a, **k):
        "inner"
        return f(*a, **k)
    return w
@deco
def h(x):
    "doc"
    return x
print(h.__name__, h.__doc__, h(3))
@lru_cache(maxsize=2)
def r(x): print('call', x); return x
r(1); r(2); r(1); r(3); r(2); print(r.cache_info())
