# Every comparison that sorting makes, in its order: a digest of them for many shapes of lists.
seed = 2024


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        global digest, count
        count += 1
        digest = (digest * 31 + self.value * 7 + other.value) % 1000000007
        return self.value < other.value


def shape(kind, n):
    if kind == 0:
        return [rnd(1000000) for i in range(n)]
    if kind == 1:
        return [i // 3 for i in range(n)]
    if kind == 2:
        return [n - i for i in range(n)]
    if kind == 3:
        return [rnd(4) for i in range(n)]
    if kind == 4:
        return [i % 50 * (i % 100 < 50) + rnd(3) for i in range(n)]
    if kind == 5:
        return [i if rnd(20) else rnd(n) for i in range(n)]
    if kind == 6:
        return [i * 7919 % n for i in range(n)]
    return [i if i < n // 2 else i - n // 2 for i in range(n)]


for n in (0, 1, 2, 3, 10, 31, 32, 33, 63, 64, 65, 100, 127, 200, 500, 1000, 2500):
    for kind in range(8):
        values = shape(kind, n)
        digest = count = 0
        items = [Item(v) for v in values]
        items.sort()
        order = 0
        for item in items:
            order = (order * 31 + item.value) % 1000000007
        print(n, kind, count, digest, order)
