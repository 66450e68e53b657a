from collections import deque
graph = {'A': ['B', 'C'], 'B': ['D'], 'C': ['D'], 'D': []}
def bfs(start):
    seen, q, order = {start}, deque([start]), []
    while q:
        n = q.popleft()
        order.append(n)
        for m in graph[n]:
            if m not in seen:
                seen.add(m)
                q.append(m)
    return order
print(bfs('A'))
