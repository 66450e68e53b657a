grid = [[0] * 3 for _ in range(3)]
grid[1][1] = 5
wrong = [[0] * 3] * 3
wrong[1][1] = 5
print(grid, wrong)
