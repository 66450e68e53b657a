# A class of class attributes gets __get__ and __set__ after the attribute was read many times.
class Desc:
    pass
class C:
    x = Desc()
    def __init__(self): self.x = 1
def f(o): return o.x
o = C()
for i in range(50): assert f(o) == 1
Desc.__get__ = lambda self, o, t: 2
Desc.__set__ = lambda *a: None
for i in range(3): print(f(o))
