name, n = 'Bo', 3
print(f'{name!r} {n:>4} {n=} {n * 2} {{}} {name:*^6} {3.0} {[1, 2][0]}')
w = 8
print(f'{3.14159:{w}.2f}|{name:<{w}}|')
