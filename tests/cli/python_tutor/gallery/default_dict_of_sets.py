from collections import defaultdict
edges = [(1, 2), (2, 3), (1, 3)]
g = defaultdict(set)
for a, b in edges:
    g[a].add(b)
    g[b].add(a)
print({k: sorted(v) for k, v in g.items()})
