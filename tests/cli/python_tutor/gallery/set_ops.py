a = set('abracadabra'); b = set('alacazam')
print(sorted(a - b), sorted(a & b), sorted(a ^ b), a <= a | b)
s = set()
for w in ['x', 'y', 'x']: s.add(w)
s.remove('x')
try: s.remove('q')
except KeyError as e: print('missing', e)
u = {n % 3 for n in range(10)}
