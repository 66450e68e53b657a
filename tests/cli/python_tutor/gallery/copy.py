import copy
a = [1, [2, 3]]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(4)
a.append(5)
print(a, b, c)
class P: pass
p = P(); p.data = [1]
q = copy.copy(p)
r = copy.deepcopy(p)
p.data.append(2)
print(q.data, r.data)
