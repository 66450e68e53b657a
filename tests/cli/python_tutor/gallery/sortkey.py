class P:
    def __init__(self, n, a):
        self.n, self.a = n, a
    def __lt__(self, o):
        return self.a < o.a
    def __repr__(self):
        return self.n
ps = [P('a', 3), P('b', 1), P('c', 2)]
print(sorted(ps))
def key(p):
    return -p.a
print(sorted(ps, key=key), max(ps, key=lambda p: p.n), min(ps))
print(any(p.a > 2 for p in ps), all(p.a for p in ps))
