class Counter:
    _total = 0
    def __init__(self):
        type(self)._total += 1
        self.id = Counter._total
    @classmethod
    def total(cls): return cls._total
    def __repr__(self): return '<Counter %d>' % self.id
a, b = Counter(), Counter()
print(Counter.total(), a, [b])
