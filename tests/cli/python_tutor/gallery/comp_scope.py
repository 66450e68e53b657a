x = 'outer'
squares = [x * x for x in range(4)]
print(x)
pairs = {(a, b) for a in 'xy' for b in (1, 2) if b > 1}
d = {k: v for k, v in zip('abc', squares)}
nested = [[i * j for j in range(3)] for i in range(2)]
def f(n):
    return [n + i for i in range(2)]
f(10)
gen = (i for i in squares if i % 2)
print(list(gen), sorted(pairs))
