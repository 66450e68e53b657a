from functools import cache

@cache
def grid(r, c):
    if r == 0 or c == 0:
        return 1
    return grid(r - 1, c) + grid(r, c - 1)
x = grid
print(grid(2, 2), x is grid)
