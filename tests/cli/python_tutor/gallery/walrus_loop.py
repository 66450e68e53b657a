it = iter([1, 2, 0, 3])
while (x := next(it)) != 0:
    print(x)
print([y for n in range(4) if (y := n * n) > 3], y)
