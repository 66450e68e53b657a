def run():
    counts = {}
    for i in range(1000000):
        key = i % 1000
        counts[key] = counts.get(key, 0) + 1
    return counts


print(len(run()))
