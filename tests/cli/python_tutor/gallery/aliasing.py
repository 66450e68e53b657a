x = [1, 2, 3]
y = x
y.append(4)
z = list(x)
z[0] = 'a'
x = y[:]
m = [[0] * 3] * 2
m[0][1] = 5
n = [[0] * 3 for _ in range(2)]
n[0][1] = 5
del y
t = (x, z)
a = b = c = {}
a['k'] = t
