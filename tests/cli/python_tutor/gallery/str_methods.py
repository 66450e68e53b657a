s = '  Hello, World  '
t = s.strip().lower().replace('l', 'L')
parts = t.split(',')
j = '-'.join(parts)
f = t.find('w')
st = t.startswith('he')
n = 'abc'.zfill(5), 'x'.ljust(3, '.'), 'abc'.partition('b')
print(t, parts, j, f, st, n)
print(f"{3.14159:.2f} {42:05d} {'hi':>5} {1000000:,} {0.5:%} {255:#x}")
