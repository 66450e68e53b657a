grid = [list("..#"), list(".#."), list("...")]
def fill(r, c):
    if not (0 <= r < 3 and 0 <= c < 3) or grid[r][c] != '.':
        return 0
    grid[r][c] = 'o'
    return 1 + fill(r+1, c) + fill(r-1, c) + fill(r, c+1) + fill(r, c-1)
print(fill(0, 0))
