# deque and defaultdict: every method, limits, changes while iterating.
from collections import deque, defaultdict
import copy
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
d = deque('abc'); d.append('d'); d.appendleft('z'); print(d, len(d), d[0], d[-1], 'c' in d, d.index('b'), d.count('a'))
print(d.pop(), d.popleft(), d); d.extend([1, 2]); d.extendleft([3, 4]); print(d)
d.rotate(2); print(d); d.rotate(-3); print(d); d.rotate(100); print(d); d.reverse(); print(d, list(reversed(d)))
d.insert(2, 'X'); d.insert(-1, 'Y'); d.insert(100, 'Z'); d.insert(-100, 'A'); print(d); d.remove('X'); del d[0]; d[1] = 'Q'; print(d)
print(d == deque(list(d)), d == list(d), deque([1, 2]) < deque([1, 3]), deque([1]) + deque([2]), deque([1, 2]) * 2, bool(deque()))
d += 'xy'; d *= 2; print(d, len(d)); d.clear(); print(d, deque(maxlen=3))
m = deque(range(5), 3); print(m, m.maxlen); m.append(9); m.appendleft(8); m.extend([1, 2]); print(m, m.copy(), m * 2, copy.copy(m))
attempt(deque().pop); attempt(deque().popleft); attempt(deque([1]).remove, 5); attempt(deque([1]).index, 5); attempt(m.insert, 0, 1)
attempt(deque, [], -1); attempt(deque, [], 'a'); attempt(deque, 5); attempt(lambda: deque([1])[3]); attempt(lambda: deque([1])['a']); attempt(lambda: deque([1]) + [2])
attempt(hash, deque()); attempt(deque([1, 2]).rotate, 1.5)
def change():
    d = deque([1, 2, 3])
    for x in d: d.append(x)
attempt(change)
r = deque([1]); r.append(r); print(r)
class D(deque):
    pass
s = D([1, 2], maxlen=2); s.tag = 1; print(s, s.copy(), type(s.copy()))
q = deque()
for i in range(200): q.append(i)
print(sum(q.popleft() for _ in range(150)), len(q), q[10], [x for x in q][:3], deque([1, [2]]) == copy.deepcopy(deque([1, [2]])))
match q:
    case [first, *rest]: print(first, len(rest))
d = defaultdict(list); d['a'].append(1); d['b']; print(d, dict(d), d.get('z'), 'z' in d, d.default_factory)
d = defaultdict(lambda: 0, {'x': 1}, y=2); d['x'] += 5; d['q'] += 1; print(sorted(d.items()))
attempt(defaultdict, 5); attempt(lambda: defaultdict()['a']); attempt(lambda: defaultdict(None)['a'])
n = defaultdict(lambda: defaultdict(int)); n['a']['b'] += 1; print(n['a'], n.copy()['a'])
e = defaultdict(int, a=1); e.default_factory = None; attempt(lambda: e['b']); print(e | {'c': 3}, {'c': 3} | defaultdict(int, d=1), repr(copy.deepcopy(e)))
