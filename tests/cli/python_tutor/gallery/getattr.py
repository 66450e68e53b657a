class Proxy:
    def __init__(self, target):
        self._t = target
    def __getattr__(self, name):
        print('get', name)
        return getattr(self._t, name)
    def __getitem__(self, i): return self._t[i]
    def __setitem__(self, i, v): self._t[i] = v
    def __contains__(self, x): return x in self._t
    def __call__(self, *a): return len(a)
p = Proxy([1, 2])
p.append(3)
p[0] = 9
print(p[0], 3 in p, p(1, 2, 3))
