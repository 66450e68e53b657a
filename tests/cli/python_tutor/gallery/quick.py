import random
def quicksort(xs):
    if len(xs) < 2: return xs
    p = random.choice(xs)
    return quicksort([x for x in xs if x < p]) + [x for x in xs if x == p] + quicksort([x for x in xs if x > p])
random.seed(3)
data = [random.randint(0, 50) for _ in range(6)]
print(data, quicksort(data))
