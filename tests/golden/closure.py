def make_counter(start):
    count = start
    def step(by=1):
        nonlocal count
        count += by
        return count
    return step

first = make_counter(0)
second = make_counter(100)
first()
second(5)
print(first(), second())
