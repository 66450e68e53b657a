def tail(n, acc=1):
    if n == 0:
        return acc
    return tail(n - 1, acc * n)
print(tail(6))
