# Counts while property setters, descriptors and wrappers of C functions run.
import sys
g = sys.getrefcount
class C:
    def __init__(self): self._x = []
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): print(g(v)); self._x = v
    def __getattr__(self, n): return g(self)
    def __setattr__(self, n, v):
        super().__setattr__(n, v)
c = C(); print(g(c.x), g(c), c.missing); c.x = []; c.x = c.x
y = c.x; print(g(y)); 
class D:
    def __get__(self, o, t): return g(o)
    def __set__(self, o, v): print(g(o), g(v))
class E: d = D()
e = E(); print(e.d); e.d = []
