row = [0] * 3
grid = [row] * 2
grid[0][1] = 'X'
good = [[0] * 3 for _ in range(2)]
good[0][1] = 'X'
print(grid, good)
