import sys, gc
gs, rc = sys.getsizeof, sys.getrefcount
class P:
    __slots__ = ('x',)
    def __init__(self): self.x = 1
class Q: 
    def __init__(self): self.a = 1; self.b = [2]
q = Q(); print(gs(q), gc.is_tracked(q), gs(q.__dict__), rc(q.__dict__), rc(q)); q2 = Q(); print(gs(q2.__dict__)); 
for i in range(6): setattr(q, f'n{i}', i); print(gs(q.__dict__), end=' ')
print(); del q.a; print(gs(q.__dict__)); q3 = Q(); print(gs(q3.__dict__)); q3.__dict__['zz'] = 1; print(gs(q3.__dict__)); 
p = P(); print(gs(p), gc.is_tracked(p), hasattr(p, '__dict__'))
class R(P): pass
r = R(); r.y = 1; print(gs(r), gs(r.__dict__), gc.is_tracked(r))
print(gs(Q.__init__), gs(Q.__init__.__code__), gs(Q.__dict__), gs(Q.__mro__), gs(Q.__bases__), gs(Q.__name__))
s = 'a'; n = []
for i in range(8): s += s; n.append(gs(s))
print(n); u = s + 'ü'; print(gs(u), gs(u.encode()), gs(u[:-1]), gs(u[-1]), gs(s.encode()))
print(gs([None] * 10), gs([i for i in range(10)]), gs(list(range(10))), gs([*range(10)]), gs([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), gs(list((0,) * 10)), gs(sorted(range(10))), gs(list(map(int, range(10)))), gs(list({*range(10)})), gs(list(dict.fromkeys(range(10)))), gs(list('0123456789')), gs('0 1 2 3 4 5 6 7 8 9'.split()), gs(list(reversed(range(10)))), gs(list(filter(lambda x: 1, range(10)))), gs(list(zip(range(10), range(10)))), gs(list(enumerate(range(10)))), gs([1] + [2] * 9), gs(list(i for i in range(10))))
print(gs(tuple(range(10))), gs(tuple([1, 2])), gs(tuple(i for i in range(10))), gs((1, *range(9))))
print(gs({1, 2, 3}), gs(set([1, 2, 3])), gs({i for i in range(100)}), gs(set(range(100))), gs(frozenset(range(100))), gs(set('abc') | set('def')), gs({*'abcdefgh'}))
print(gs({i: i for i in range(100)}), gs(dict(zip(range(100), range(100)))), gs(dict.fromkeys(range(100))), gs(dict(a=1, b=2, c=3)), gs({'a': 1, 'b': 2, 'c': 3}), gs({**{'a': 1}, **{'b': 2}}), gs({1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6}))
def g(): 
    a = yield 1
    b, c = a, 2
    yield b
x = g(); print(gs(x), next(x), gs(x), x.send([1]), gs(x)); x.close(); print(gs(x)); print(gs(g), gs(x.gi_code), x.gi_frame)
def h(n): return sys._getframe() if n == 0 else h(n - 1)
f = h(3); print(gs(f), gs(f.f_code), gs(f.f_locals), gs(f.f_back) if f.f_back else None, rc(f) > 0)
try: [][1]
except IndexError as e: print(gs(e), gs(e.args), gs(e.__traceback__), gs(e.__traceback__.tb_frame) > 300, rc(e), rc(e.__traceback__))
print(gs(int), gs(type), gs(object), gs(Q), gs(P), gs(R), gs(ValueError), gs(print), gs(len), gs(''.join), gs([].append), gs(Q().__init__), gs(lambda: 0), gs(sys), gs(gc))
import collections, enum, dataclasses, decimal, fractions, datetime
print(gs(collections.deque(range(10))), gs(collections.deque(maxlen=5)), gs(collections.Counter('abc')), gs(collections.OrderedDict(a=1)), gs(collections.defaultdict(list)), gs(collections.namedtuple('T', 'a b')(1, 2)), gs(decimal.Decimal('1.1')), gs(fractions.Fraction(1, 2)), gs(datetime.date.today()), gs(datetime.datetime.now()), gs(datetime.timedelta(1)))
