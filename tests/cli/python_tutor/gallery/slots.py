class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S()
s.b = [1]
try:
    s.c = 3
except AttributeError as e:
    print(e)
