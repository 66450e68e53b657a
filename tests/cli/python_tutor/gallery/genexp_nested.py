m = [[1, 2], [3, 4]]
flat = [x for row in m for x in row if x > 1]
tot = sum(x * y for x in range(2) for y in range(3))
t = tuple(i for i in 'abc')
print(flat, tot, t, max((len(w) for w in ['a', 'bbb']), default=0))
