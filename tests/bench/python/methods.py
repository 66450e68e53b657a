class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1


def run():
    counter = Counter()
    for i in range(1000000):
        counter.increment()
    return counter.value


print(run())
