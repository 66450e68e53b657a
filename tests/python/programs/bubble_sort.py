def bubble_sort(values):
    n = len(values)
    for i in range(n):
        swapped = False
        for j in range(n - i - 1):
            if values[j] > values[j + 1]:
                values[j], values[j + 1] = values[j + 1], values[j]
                swapped = True
        if not swapped:
            break
    return values
for case in ([5, 2, 9, 1], [], [1], [3, 3, 3], list("python"), [1.5, -2, 0]):
    print(case[:], "->", bubble_sort(case))
try:
    bubble_sort([1, "a"])
except TypeError as error:
    print("error:", error)
