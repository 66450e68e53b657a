g = {1: [2, 3], 2: [4], 3: [4], 4: []}
visited = set()
def dfs(n, path=None):
    if path is None: path = []
    visited.add(n)
    path.append(n)
    for m in g[n]:
        if m not in visited:
            dfs(m, path)
    return path
print(dfs(1))
