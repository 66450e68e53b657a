class Basket:
    def __init__(self, *i): self.i = list(i)
    def __len__(self): return len(self.i)
    def __iter__(self): return iter(self.i)
    def __contains__(self, x): return x in self.i
b = Basket('x', 'y')
if b: print('nonempty', len(b), 'x' in b)
if not Basket(): print('empty')
print(sorted(b), list(map(str.upper, b)))
