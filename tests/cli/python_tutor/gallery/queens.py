def solve(n, row=0, cols=()):
    if row == n:
        return [cols]
    sols = []
    for c in range(n):
        if all(c != cc and abs(c - cc) != row - r for r, cc in enumerate(cols)):
            sols += solve(n, row + 1, cols + (c,))
    return sols
print(solve(4))
