from collections import defaultdict, Counter, OrderedDict
dd = defaultdict(list)
for w in ['apple', 'avocado', 'bean']:
    dd[w[0]].append(w)
cnt = Counter('mississippi')
od = OrderedDict([('b', 1), ('a', 2)])
od.move_to_end('b')
print(dict(dd), cnt.most_common(2), list(od))
di = defaultdict(int)
di['x'] += 1
