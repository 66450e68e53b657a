s = 'hello world'
t = s.upper().split()
u = ' '.join(reversed(t))
v = s[::-1]
w = f'{s!r:>20} {len(s):03d} {3.14159:.2f}'
x = 'é\n\t"\'\\'
y = s.replace('o', '0')
z = {c: s.count(c) for c in s}
print(w)
for i, c in enumerate('abc'):
    print(i, c, end=' ')
b = s.encode()
q = 'x' in s
