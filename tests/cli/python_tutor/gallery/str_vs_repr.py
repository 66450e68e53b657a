class T:
    def __init__(self, c): self.c = c
    def __repr__(self): return f'T({self.c!r})'
    def __str__(self): return f'{self.c} degrees'
    def __format__(self, spec): return format(self.c, spec)
t = T(21.5)
print(t, repr(t), [t], f'{t:.3f}', str(t))
