def merge(left, right):
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i]); i += 1
        else:
            result.append(right[j]); j += 1
    return result + left[i:] + right[j:]
def merge_sort(items, depth=0):
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    print("  " * depth + str(items))
    return merge(merge_sort(items[:middle], depth + 1), merge_sort(items[middle:], depth + 1))
print(merge_sort([38, 27, 43, 3, 9, 82, 10]))
print(merge_sort(list("mergesort")))
