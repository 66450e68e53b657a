a = [1]
a.append(a)
b = {}
b['me'] = b
class N: pass
n = N(); n.self = n
print(a, b, n.self is n)
