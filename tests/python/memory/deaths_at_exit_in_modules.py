# exit order
import sys, gc, weakref, atexit
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, type(sys).__name__ if sys else None)
_priv = A('_priv')
pub = A('pub')
z = A('z'); a = A('a')
class H:
    attr = A('class attr')
    def m(self): pass
def f(x=A('default')): return f
cyc = A('cyc'); cyc.me = cyc
lst = [A('l1'), A('l2')]
def g():
    loc = A('gen loc')
    try: yield
    finally: print('gen fin')
gn = g(); next(gn)
weakref.finalize(pub, print, 'finalize pub')
weakref.finalize(cyc, print, 'finalize cyc')
fx = weakref.finalize(H, print, 'finalize H'); fx.atexit = False
wr = weakref.ref(a, lambda r: print('cb a'))
wz = weakref.ref(z, lambda r: print('cb z', r() is None))
atexit.register(print, 'at1'); atexit.register(print, 'at2')
def clos():
    v = A('closure')
    def inner(): return v
    return inner
inner = clos()
mod = type(sys)('mymod'); mod.x = A('mod x'); 
sys.modules['mymod'] = mod
sys.foo = A('sys.foo')
import builtins
builtins.bar = A('bar')
print('end')
sys.exit(A('exit').n)
