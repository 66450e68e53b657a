class C:
    def __init__(self): self.me = self
    def __del__(self): pass
try:
    x = {1: [2]}
    c = C()
    raise ValueError(1)
except ValueError as e: s = str(e) + "abc" * 20
def g():
    yield 1.5
y = list(g()) + [lambda z=x: z]
