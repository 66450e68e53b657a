d = dict(a=1, b=2)
d.update({'c': 3}, e=5)
ks = d.keys()
vs = list(d.values())
for k, v in d.items():
    print(k, v)
p = d.pop('a')
x = d.get('zz', 0)
d.setdefault('l', []).append(1)
inv = {v: k for k, v in d.items() if isinstance(v, int)}
