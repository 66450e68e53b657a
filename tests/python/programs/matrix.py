def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def transpose(m): return [list(r) for r in zip(*m)]
def det(m): return m[0][0] if len(m) == 1 else sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
a = [[1, 2], [3, 4]]; print(mul(a, a), transpose([[1, 2, 3], [4, 5, 6]]), det([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
grid = [[0] * 3] * 2; grid[0][0] = 9; print(grid, grid[0] is grid[1]); grid = [[0] * 3 for _ in range(2)]; grid[0][0] = 9; print(grid)
def spiral(m):
    out = []
    while m: out += m.pop(0); m = [list(r) for r in zip(*m)][::-1]
    return out
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
def rotate(m): return [list(r) for r in zip(*m[::-1])]
for r in rotate([[1, 2, 3], [4, 5, 6], [7, 8, 9]]): print(*r)
tri = [[1]]
for _ in range(6): tri.append([1] + [x + y for x, y in zip(tri[-1], tri[-1][1:])] + [1])
for r in tri: print(" ".join(map(str, r)).center(20).rstrip())
def gauss(m):
    n = len(m)
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i])); m[i], m[p] = m[p], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]; m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    x = [0] * n
    for i in reversed(range(n)): x[i] = (m[i][n] - sum(m[i][j] * x[j] for j in range(i + 1, n))) / m[i][i]
    return x
print([round(v, 6) for v in gauss([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]])])
life = {(1, 0), (1, 1), (1, 2)}
def step(c):
    n = {}
    for x, y in c:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: n[x + dx, y + dy] = n.get((x + dx, y + dy), 0) + 1
    return {p for p, k in n.items() if k == 3 or k == 2 and p in c}
for _ in range(2): life = step(life); print(sorted(life)); print("\n".join("".join(".#"[(x, y) in life] for y in range(3)) for x in range(3)))
