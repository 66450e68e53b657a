class K:
    def __init__(self, a): self.a = a
    def __eq__(self, o): return self.a == o.a
    def __hash__(self): return hash(self.a)
d = {K(1): 'one'}
print(d[K(1)], K(1) in d, len({K(1), K(1), K(2)}))
class U:
    def __eq__(self, o): return True
try: {U()}
except TypeError as e: print(e)
