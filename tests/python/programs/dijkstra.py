def dijkstra(graph, start):
    dist = {v: float("inf") for v in graph}; dist[start] = 0; prev = {}; todo = set(graph)
    while todo:
        v = min(sorted(todo), key=dist.get); todo.remove(v)
        for w, cost in graph[v].items():
            if (d := dist[v] + cost) < dist[w]: dist[w], prev[w] = d, v
    return dist, prev
def path(prev, end): return path(prev, prev[end]) + [end] if end in prev else [end]
g = {"A": {"B": 4, "C": 1}, "B": {"D": 1}, "C": {"B": 2, "D": 5}, "D": {}, "E": {}}
d, p = dijkstra(g, "A"); print(d, p, path(p, "D"))
inf = float("inf"); names = "ABCD"; m = [[0 if a == b else g[a].get(b, inf) for b in names] for a in names]
for k in range(4):
    for i in range(4):
        for j in range(4): m[i][j] = min(m[i][j], m[i][k] + m[k][j])
for row in m: print(" ".join(f"{x:>4}" for x in row))
