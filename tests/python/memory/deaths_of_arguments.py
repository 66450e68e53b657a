class D:
    def __init__(self, n, *a, **k): self.n = n if isinstance(n, str) else 'made'
    def __del__(self): print('del', self.n)
    def __lt__(self, o): return self.n < o.n
    def __add__(self, o): return D(self.n + o.n)
    def __getitem__(self, k): return None
    def __setitem__(self, k, v): pass
    def __eq__(self, o): return True
    def __hash__(self): return 1
    def __call__(self, *a, **k): return 5
    def m(self, *a): return 1
isinstance(D('a'), (D, int)); print('-1')
min(D('a'), D('b')); print('-2')
print(len([D('c'), D('d')]))
def f(*a, **k): print('in f')
f(D('e'), D('f'), k=D('g')); print('-3')
def g(x, y=None, *, z=None): print('in g')
g(D('h'), D('i'), z=D('j')); print('-4')
D(D('k'), D('l'), q=D('m')); print('-5')
D('n') + D('o'); print('-6')
D('p')[D('q')]; print('-7')
D('p')[D('q')] = D('r'); print('-8')
D('s') == D('t'); print('-9')
D('u')(D('v'), w=D('w')); print('-10')
D('x').m(D('y'), D('z')); print('-11')
(D('a'), D('b'), D('c')); print('-12')
[D('a'), D('b'), D('c')]; print('-13')
{D('a'): D('b')}; print('-14')
{D('a'), }; print('-15')
x = [D('a'), D('b')]; x[0], x[1] = x[1], x[0]; del x; print('-16')
dict(a=D('a'), b=D('b')); print('-17')
list((D('a'), D('b'))); print('-18')
getattr(D('a'), 'zz', D('b')); print('-19')
D('a') is D('b'); print('-20')
D('a') in [D('b')]; print('-21')
sorted([D('a'), D('b')], key=lambda d: d.n); print('-22')
for q in [D('a'), D('b')]: print('loop')
print('-23'); del q
[y.n for y in [D('a'), D('b')]]; print('-24')
class K:
    a = D('ka')
    b = D('kb')
del K
import gc; gc.collect(); print('-25')
f(*[D('a'), D('b')], **{'z': D('c')}); print('-26')
setattr(D('o'), 'x', D('v')); print('-27')
x = {1: D('a'), 2: D('b')}; x[1] = D('c'); print('-'); x.clear(); print('-28')
x = [D(str(i)) for i in range(5)]; x[1:3] = [D('n')]; print('-'); del x[::2]; print('-'); x.clear(); print('-29')
s = 'a'
print(f"{D('f').n} {D('g').n}"); print('-30')
try:
    raise ValueError(D('exc'))
except ValueError: print('caught')
print('-31')
def gen():
    a = D('ga')
    try:
        yield D('gb')
    finally:
        print('fin')
gg = gen(); next(gg); del gg; print('-32')
lambda a=D('da'): 1; print('-33')
D('a') if D('b') else D('c'); print('-34')
D('a') and D('b'); print('-35')
not D('a'); print('-36')
D('a') < D('b') < D('c'); print('-37')
max([D('a')], key=lambda d: d.n); print('-38')
dict.fromkeys([D('a')], D('b')); print('-39')
[].append(D('z')); print('-40')
{}.setdefault(D('k'), D('v')); print('-41')
{}.get(D('k'), D('v')); print('-42')
type('T', (), {'a': D('ta')}); gc.collect(); print('-43')
zip([D('a')], [D('b')]); print('-44')
list(map(lambda a, b: a, [D('a')], [D('b')])); print('-45')
D.m(D('a'), D('b')); print('-46')
