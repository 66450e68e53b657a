words = ['eat', 'tea', 'tan', 'ate', 'nat']
groups = {}
for w in words:
    key = tuple(sorted(w))
    groups.setdefault(key, []).append(w)
result = sorted(groups.values(), key=len, reverse=True)
print(result)
