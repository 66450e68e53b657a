a = [1, 2, 3]
b = a
c = a[:]
b.append(4)
d = [a, b, c]
a = "rebound"
print(a, b, c)
