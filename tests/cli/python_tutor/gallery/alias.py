a = [1, 2, 3]
b = a
c = a[:]
b.append(4)
d = {'list': a, 'copy': c}
d['self'] = d
t = (a, c, (1, (2,)))
s = {1, 2, (3, 4)}
e = [a] * 3
e[0] = None
print(a is b, a == c, len(e))
