graph = {"A": ["B", "C"], "B": ["D", "E"], "C": ["F"], "D": [], "E": ["F"], "F": ["A"]}
def bfs(g, s):
    seen, queue, order = {s}, [s], []
    while queue:
        v = queue.pop(0); order.append(v)
        for w in g[v]:
            if w not in seen: seen.add(w); queue.append(w)
    return order
def dfs(g, v, seen=None):
    seen = seen if seen is not None else []
    seen.append(v)
    for w in g[v]:
        if w not in seen: dfs(g, w, seen)
    return seen
def paths(g, a, b, path=()):
    path = path + (a,)
    if a == b: yield path
    for w in g[a]:
        if w not in path: yield from paths(g, w, b, path)
print(bfs(graph, "A"), dfs(graph, "A"), list(paths(graph, "A", "F")))
def cycle(g):
    color = dict.fromkeys(g, 0)
    def visit(v):
        color[v] = 1
        for w in g[v]:
            if color[w] == 1 or color[w] == 0 and visit(w): return True
        color[v] = 2
        return False
    return any(color[v] == 0 and visit(v) for v in g)
print(cycle(graph), cycle({1: [2], 2: [3], 3: []}))
def topo(g):
    indeg = {v: 0 for v in g}
    for v in g:
        for w in g[v]: indeg[w] += 1
    ready = sorted(v for v in g if not indeg[v]); out = []
    while ready:
        v = ready.pop(0); out.append(v)
        for w in g[v]:
            indeg[w] -= 1
            if not indeg[w]: ready.append(w)
    if len(out) < len(g): raise ValueError("cycle!")
    return out
print(topo({"shirt": ["tie"], "tie": ["jacket"], "trousers": ["shoes", "belt"], "belt": ["jacket"], "shoes": [], "jacket": []}))
try: topo(graph)
except ValueError as e: print(e)
