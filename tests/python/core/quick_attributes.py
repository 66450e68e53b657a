# Attributes that move: on the instance, its class, a slot, a module; globals that come and go.
class Slots:
    __slots__ = ("a", "b")
    def __init__(self, a): self.a = a


class P:
    limit = 3
    def __init__(self, x, y=2): self.x = x; self.y = y
    def get(self): return self.x + self.limit


s = Slots(1)
for i in range(4):
    s.b = i; s.a = s.a + s.b
    if i == 2:
        del s.b
        try: s.b
        except AttributeError as e: print(e)
print(s.a)
p = P(1)
for i in range(5):
    if i == 2: p.limit = 50
    if i == 3: P.limit = 7; del p.limit
    if i == 4: P.get = lambda self: "other"
    print(p.get(), p.limit, P.limit)
for i in range(4):
    if i == 2: P.__init__ = lambda self: setattr(self, "x", "new")
    try: print(P(i).x)
    except TypeError as e: print(e)
import math
for i in range(5):
    if i == 3: math.sqrt = lambda x: "mine"
    if i == 4: math.extra = 5
    print(math.sqrt(i), math.pi, hasattr(math, "extra"))
def g():
    for i in range(3): print(len("abc"))
g()
def h():
    for i in range(6):
        if i == 2: globals()["len"] = lambda x: "shadow"
        if i == 4: del globals()["len"]
        print(len("abc"))
h()
for i in range(6):
    if i == 2: len = lambda x: "module"
    if i == 4: del len
    print(len("abcd"))
