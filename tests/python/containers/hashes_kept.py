# Which operations ask the items for their hashes again.
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): print('h', self.v); return hash(self.v)
    def __eq__(self, o): return self.v == o.v
d = dict.fromkeys([K(1), K(2)]); s = set(d); f = frozenset(d)
for e in ('s.copy()','s.update(d)','s.difference(d)','s.intersection(d)','s.issubset(f)','s|f','dict.fromkeys(d)','dict.fromkeys(s)','d.keys() & s','s ^ f','s.symmetric_difference(d)','dict(d)','{**d}','d.copy()','set().update(s)','s.difference_update(f)','s.isdisjoint(f)', 'd | d', 'd.keys() - s', 'd.keys() | s', 's - d.keys()', 's == f', 's <= f', 'list(s)', 'd.keys() == s', 'd.items() - d.items()', 'frozenset(f)', 'set(f)', 'd.update(d)', 'f.union(d)', 's.issuperset(d)', 's.issubset(d)', 'd == d', 'd.keys() <= d.keys()', 's.intersection_update(d)', 's.symmetric_difference_update(d)', 's.symmetric_difference_update(f)', 'dict.fromkeys(f, 1)', 'hash(f)', 'f in {1}', '{f: 1}'):
    print(e); eval(e)
