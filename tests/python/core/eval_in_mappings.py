# eval and exec with locals that are no dict.
class M:
    def __getitem__(self, k):
        if k == 'a': return 12
        raise KeyError
    def keys(self): return list('xyz')
m = M()
g = globals(); z = 4
print(eval('a', g, m), eval('dir()', g, m), eval('globals()', g, m) is g, eval('locals()', g, m) is m, eval('z', g, m))
try: eval('b', g, m)
except NameError as e: print(e)
class D(dict):
    def __getitem__(self, k): return self.calc_item(k)
    def calc_item(self, k):
        if self.get('a') is None and k == 'a': return 5
        return dict.__getitem__(self, k)
print(eval('a', g, D()), eval('[a for a in range(3)]', g, D()))
exec('q = a', g, d2 := D()); print(d2)
