graph = {
    "a": ["b", "c"],
    "b": ["d"],
    "c": ["d", "e"],
    "d": [],
    "e": ["a"],
}
seen = set()
todo = ["a"]
while todo:
    node = todo.pop()
    if node in seen:
        continue
    seen.add(node)
    todo.extend(graph[node])
print(sorted(seen))
