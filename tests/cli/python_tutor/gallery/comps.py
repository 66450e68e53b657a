a = [x * x for x in range(4) if x % 2]
b = {x: str(x) for x in range(3)}
c = {x % 2 for x in range(5)}
d = [[i * j for j in range(2)] for i in range(2)]
e = [(x, y) for x in 'ab' for y in (1, 2)]
f = list(map(lambda v: v + 1, a))
g = list(filter(None, [0, 1, '', 'x']))
n = 3
def scoped(k):
    return [k * v + n for v in range(2)]
print(scoped(2))
