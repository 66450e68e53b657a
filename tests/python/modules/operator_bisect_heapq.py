# operator, bisect, heapq: results, order of comparisons, messages.
import operator, bisect, heapq
from operator import *
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
print(add(1, 2), sub(5, 3), mul('a', 3), truediv(1, 4), floordiv(7, 2), mod(7, 3), operator.pow(2, 8), lshift(1, 4), rshift(16, 2))
print(and_(6, 3), or_(6, 3), xor(6, 3), neg(3), pos(-3), invert(5), inv(5), operator.abs(-4), index(True), truth([]), not_(0))
print(lt(1, 2), le(2, 2), eq(1, 1.0), ne(1, 2), gt(1, 2), ge(2, 2), is_(None, None), is_not(1, None))
l = [1, 2, 3]; setitem(l, 0, 9); delitem(l, 1); print(l, getitem(l, 0), contains(l, 3), concat([1], [2]), countOf([1, 2, 1], 1), indexOf([5, 6], 6))
a = [1]; b = iadd(a, [2]); print(a is b, a, iconcat(a, [3]), imul([1], 2), ior({1}, {2}), isub(5, 2), ipow(2, 3), imatmul.__name__)
print(itemgetter(1)('abc'), itemgetter(0, 2)('abc'), itemgetter(slice(1, 3))('abcd'), itemgetter('k')({'k': 1}))
class P:
    def __init__(self): self.x = 1; self.y = self
    def f(self, *a, **k): return a, k
print(attrgetter('x')(P()), attrgetter('y.y.x', 'x')(P()), methodcaller('f', 1, z=2)(P()), methodcaller('upper')('a'))
print(itemgetter(1), itemgetter(1, 'a'), attrgetter('a.b'), methodcaller('f', 1, z=2), operator.length_hint(iter([1, 2])), operator.__add__(1, 2))
attempt(add, 1); attempt(add, 1, 'a'); attempt(itemgetter); attempt(itemgetter(5), 'abc'); attempt(attrgetter, 1); attempt(attrgetter('q'), 1)
attempt(concat, 1, 2); attempt(indexOf, [1], 2); attempt(index, 1.5)
print(sorted([(1, 'b'), (0, 'c'), (1, 'a')], key=itemgetter(0)), max([{'n': 1}, {'n': 5}], key=itemgetter('n')))
s = [1, 2, 2, 3, 5]
print(bisect.bisect(s, 2), bisect.bisect_left(s, 2), bisect.bisect_right(s, 9), bisect.bisect_left(s, 0), bisect.bisect(s, 2, 3), bisect.bisect_left(s, 5, hi=3))
bisect.insort(s, 4); bisect.insort_left(s, 2); print(s)
w = ['a', 'bb', 'dddd']; bisect.insort(w, 'ccc', key=len); print(w, bisect.bisect_left(w, 2, key=len))
attempt(bisect.bisect, s, 'x'); attempt(bisect.bisect, s, 1, -1); attempt(bisect.bisect, s); attempt(bisect.bisect_left, 5, 1)
class N:
    log = []
    def __init__(self, v): self.v = v
    def __lt__(self, o): N.log.append((self.v, o.v)); return self.v < o.v
    def __repr__(self): return f'N{self.v}'
h = [N(v) for v in (5, 3, 8, 1, 9, 2)]
heapq.heapify(h); print(h, N.log); N.log.clear()
heapq.heappush(h, N(0)); print(h, N.log); N.log.clear()
print(heapq.heappop(h), h, N.log); N.log.clear()
print(heapq.heapreplace(h, N(4)), heapq.heappushpop(h, N(7)), h, N.log); N.log.clear()
print(heapq.nsmallest(3, h), heapq.nlargest(2, h), N.log); N.log.clear()
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(['a', 'ccc'], ['bb'], key=len)))
attempt(heapq.heappop, []); attempt(heapq.heappush, 5, 1); attempt(heapq.heapify, (1,)); attempt(heapq.heapreplace, [], 1); attempt(heapq.heappush, [])
attempt(heapq.heappush, [1], 'a')
print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(3, 'hello world'), heapq.nlargest(0, [1]), heapq.nsmallest(2, {'a': 3, 'b': 1}, key=ord))
h = []
for x in (5, 3, 8, 1, 9, 2, 7): heapq.heappush(h, x)
print([heapq.heappop(h) for _ in range(len(h))])
