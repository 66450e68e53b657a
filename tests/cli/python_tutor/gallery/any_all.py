xs = [3, 5, 8]
def is_even(n):
    return n % 2 == 0
print(any(is_even(x) for x in xs), all(map(is_even, xs)))
