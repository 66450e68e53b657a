items = []
def add(x):
    items.append(x)
def rebind(x):
    items = [x]
    return items
add(1)
rebind(2)
print(items)
