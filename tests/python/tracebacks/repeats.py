# The same line several times in a row.
def down(n):
    if n:
        down(n - 1)
    else:
        raise ValueError("bottom")


def odd(n):
    return even(n - 1)


def even(n):
    if n <= 0:
        {}[n]
    return odd(n - 1)


def collect():
    found = []
    for n in range(6):
        try:
            down(n)
        except ValueError as e:
            found.append(e)
    try:
        odd(9)
    except KeyError as e:
        found.append(e)
    return found


raise ExceptionGroup("repeats", collect())
