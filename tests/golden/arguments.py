def add(item, bag):
    bag = bag + [item]
    return bag

a = [1, 2]
b = a
c = add(3, b)
a = None
