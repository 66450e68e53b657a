def run():
    items = []
    for i in range(1000000):
        items.append(i)
    return items


print(len(run()))
