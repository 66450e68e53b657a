import sys
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): print('h', self.n, sys.getrefcount(self), end=' '); return 7
    def __eq__(self, o): print('e', self.n, sys.getrefcount(self), sys.getrefcount(o), end=' '); return self.n == o.n
a, b = K('a'), K('b')
def t(name, f): print(name, end=': '); f(); print()
d = {}
def f(): d[a] = 1
t('set empty', f)
def f(): d[b] = 1
t('set', f); t('set again', f)
def f(): return {a: 1, b: 2}
t('build', f)
def f(): return {x: 1 for x in (a, b)}
t('comp', f)
t('setdefault', lambda: d.setdefault(a, 1)); t('get', lambda: d.get(b)); t('pop', lambda: d.pop(b)); t('update', lambda: d.update({b: 1})); t('fromkeys', lambda: dict.fromkeys([a, b])); t('dict', lambda: dict([(a, 1), (b, 2)])); t('copy', lambda: d.copy()); t('or', lambda: d | {a: 3}); t('in', lambda: b in d); t('getitem', lambda: d[b]); t('__setitem__', lambda: d.__setitem__(b, 1)); t('__getitem__', lambda: d.__getitem__(b)); t('contains', lambda: d.__contains__(b))
def f(): del d[b]
t('del', f)
def f(): d[b] = 1
t('set', f); t('eq', lambda: d == {a: 1, b: 1}); t('zip', lambda: dict(zip([a, b], 'ab'))); t('unpack', lambda: {**d}); t('keys', lambda: b in d.keys()); t('items', lambda: (b, 1) in d.items()); t('keys &', lambda: d.keys() & {b})
s = set()
t('add', lambda: s.add(a)); t('add', lambda: s.add(b)); t('in', lambda: b in s); t('discard', lambda: s.discard(b)); t('set()', lambda: set([a, b])); t('lit', lambda: {a, b}); t('comp', lambda: {x for x in [a, b]}); t('upd', lambda: s.update([b])); t('or', lambda: s | {b}); t('and', lambda: s & {b}); t('sub', lambda: s - {b}); t('xor', lambda: s ^ {b}); t('rem', lambda: s.remove(b)); t('fs', lambda: frozenset([a, b])); t('eq', lambda: s == {a}); t('le', lambda: s <= {a, b}); t('iss', lambda: s.issubset([a, b])); t('isd', lambda: s.isdisjoint([b]))
l = [a, b]
t('index', lambda: l.index(b)); t('count', lambda: l.count(b)); t('in', lambda: b in l); t('remove', lambda: l.remove(b)); l.append(b); t('eq', lambda: l == [a, b]); t('eq2', lambda: l == [K('a'), K('b')]); t('tuple', lambda: (a, b) == (K('a'), K('b'))); t('tin', lambda: K('b') in (a, b)); t('tindex', lambda: (a, b).index(K('b'))); t('lin', lambda: K('b') in l); t('hash', lambda: hash((a, b))); t('tuple key', lambda: {(a, b): 1}); t('any', lambda: any(x == b for x in l)); t('max', lambda: max(l, key=hash)); t('sorted', lambda: sorted(l, key=hash)); t('cmp', lambda: a == b); t('ne', lambda: a != b); t('isin', lambda: isinstance(a, K))
import collections, functools
t('counter', lambda: collections.Counter([a, b])); t('dd', lambda: collections.defaultdict(list)[a].append(1)); t('dq in', lambda: K('b') in collections.deque(l)); t('dqc', lambda: collections.deque(l).count(K('b'))); t('dqrem', lambda: collections.deque(l).remove(K('b'))); t('iter in', lambda: K('b') in iter(l))
