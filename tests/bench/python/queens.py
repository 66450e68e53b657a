def solve(n, row, columns, rising, falling):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        count += solve(n, row + 1, columns | {column}, rising | {row + column}, falling | {row - column})
    return count


for repeat in range(10):
    print(solve(8, 0, set(), set(), set()))
