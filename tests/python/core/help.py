# help() of functions, methods, classes and instances of the program.
def add(a, b=2, *args, c: int = 3, **kw) -> str:
    """Add two numbers.

    Return the sum.
    """
    return a
def plain(x): pass
def commented(x):
    pass
def _one(x: 'T' = None, /, y=[1, 2]): "one line"
help(add)
help(plain)
help(_one)
help(lambda x, y=1: x)
class A:
    """A class.

    More."""
    z = 5
    def __init__(self, x):
        self.x = x
    def method(self, y=1):
        """Do it."""
    @staticmethod
    def s(q): "static"
    @classmethod
    def c(cls): "cls"
    @property
    def p(self): "prop"
class B(A):
    w: int = 3
    def method(self): pass
    def __repr__(self): return 'B'
help(A.method)
help(A(1).method)
help(A)
help(B)
help(A(1))
help(B.c)
help(A.p)
# about f
# more
def f(x):
    return x
help(f)
class Base:
    def run(self):
        "Base runs."
    def stop(self): "Base stops."
class D(Base):
    # no doc here
    def run(self, n: int = 0, *, fast: 'bool' = True) -> list[int]: return []
    again = run
    _private = 1
    def _hidden(self): pass
    def __eq__(self, other): return True
    def __len__(self): return 1
    def __lt__(self, o): return 1
    class Inner: pass
    limit = [1, 2, 3] * 30
    name = None
    @property
    def size(self):
        """The size."""
    @size.setter
    def size(self, v): pass
    @classmethod
    def make(cls, a, /, b=None): "Make one."
    calc = staticmethod(lambda a, b: a)
help(D)
help(D().run)
help(D.make)
class S:
    __slots__ = ('a', 'b')
help(S)
class E: pass
help(E)
help(E())
async def co(a): "co doc"
help(co)
def gen(n=float('inf'), m={}, *, k, **rest): yield
help(gen)
from typing import List, Optional
def typed(a: List[int], b: Optional[str] = None, *c: int, **d: E) -> "E": "Typed."
help(typed)
class M(type):
    def mm(cls): "meta"
class WithMeta(metaclass=M): 
    "doc"
    def __init__(self, *args, **kwargs): pass
help(WithMeta)
class New:
    def __new__(cls, a, b): return object.__new__(cls)
help(New)
