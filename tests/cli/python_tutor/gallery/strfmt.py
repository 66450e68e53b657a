class Temp:
    def __init__(self, c): self.c = c
    def __format__(self, spec): return f'{self.c}{spec or "C"}'
    def __str__(self): return f'T{self.c}'
t = Temp(20)
print(f'{t} {t:F} {t!s}', '{:>5}|{:<5}'.format('a', 'b'), '%5.1f' % 2.25)
def tri(n):
    for i in range(1, n + 1):
        print(' ' * (n - i) + '*' * (2 * i - 1))
tri(3)
