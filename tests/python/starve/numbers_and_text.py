class A:
    def __init__(self, n): self.n = n
x = [A(i) for i in range(3)]
d = {a.n: a for a in x}
try:
    print(f"{d[1].n:>5}", sorted(d), "a" * 3)
except MemoryError: print("caught")
