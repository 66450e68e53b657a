class A:
    def __init__(self, n): self.n = n
    def get(self): return self.n
    def __repr__(self): return f'A({self.n})'
a = A(1)
m = a.get
ms = [x.get for x in (A(2), A(3))]
print(m(), [f() for f in ms], a)
un = A.get
print(un(a))
