d = {}
for w in ['apple', 'bob', 'cat', 'avocado']:
    d.setdefault(w[0], []).append(w)
for k, v in d.items():
    print(k, v)
inv = {v[0]: k for k, v in d.items()}
keys = d.keys()
vals = list(d.values())
d['a'][0] = 'ant'
e = dict(d)
e.pop('b')
nested = {'x': {'y': {'z': [1, (2, 3)]}}}
nested['x']['y']['w'] = nested['x']['y']['z']
d2 = {(1, 2): 'a', 3.5: None, True: 'b'}
