class Observer:
    def __init__(self): self.subs = []
    def on(self, f): self.subs.append(f); return f
    def fire(self, *a): return [f(*a) for f in self.subs]
o = Observer()
@o.on
def first(x): return ("first", x)
o.on(lambda x: ("second", x * 2)); print(o.fire(4))
class Meta(type):
    registry = {}
    def __new__(m, name, bases, ns):
        c = super().__new__(m, name, bases, ns)
        if bases: m.registry[name.lower()] = c
        return c
class Plugin(metaclass=Meta):
    def run(self): return type(self).__name__
class Alpha(Plugin): pass
class Beta(Plugin):
    def run(self): return "custom " + super().run()
print({k: v().run() for k, v in Meta.registry.items()})
class State:
    def __init__(self): self.state = "idle"
    table = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}
    def send(self, ev):
        try: self.state = self.table[self.state, ev]
        except KeyError: raise RuntimeError(f"bad event {ev!r} in state {self.state!r}") from None
        return self.state
s = State(); print([s.send(e) for e in ("start", "pause", "start", "stop")])
try: s.send("pause")
except RuntimeError as e: print(e, e.__cause__, e.__suppress_context__)
class Mixin:
    def to_dict(self): return {k: v for k, v in vars(self).items() if not k.startswith("_")}
class Base:
    def __init__(self, **k): print("Base", k)
class Named(Base):
    def __init__(self, name, **k): print("Named"); super().__init__(**k); self.name = name
class Aged(Base):
    def __init__(self, age, **k): print("Aged"); super().__init__(**k); self.age = age; self._secret = 1
class Person(Named, Aged, Mixin): pass
p = Person(name="Z", age=3, extra=1); print(p.to_dict(), [c.__name__ for c in Person.__mro__])
class Temp:
    def __init__(self, c=0): self.celsius = c
    @property
    def fahrenheit(self): return self.celsius * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, f): self.celsius = (f - 32) * 5 / 9
t = Temp(100); print(t.fahrenheit); t.fahrenheit = 32; print(t.celsius)
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, o, n): self.name = "_" + n
    def __get__(self, i, o): return self if i is None else getattr(i, self.name)
    def __set__(self, i, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(i, self.name, v)
class Item:
    price = Typed((int)); label = Typed(str)
    def __init__(self, p, l): self.price, self.label = p, l
i = Item(3, "x"); print(i.price, i.label, vars(i), type(Item.price).__name__)
try: i.price = "free"
except TypeError as e: print(e)
class Proxy:
    def __init__(self, t): object.__setattr__(self, "_t", t)
    def __getattr__(self, n): print("get", n); return getattr(self._t, n)
    def __setattr__(self, n, v): print("set", n, v); setattr(self._t, n, v)
pr = Proxy(Temp(5)); print(pr.celsius); pr.celsius = 9; print(pr._t.celsius, pr.fahrenheit)
class Builder:
    def __init__(self): self.parts = []
    def __getattr__(self, n): return lambda v: (self.parts.append((n, v)), self)[1]
print(Builder().size(3).color("red").parts)
class Node:
    count = 0
    def __new__(cls, *a): cls.count += 1; return super().__new__(cls)
    def __init__(self, v, kids=()): self.v, self.kids = v, list(kids)
    def accept(self, f): return f(self.v, [k.accept(f) for k in self.kids])
tree = Node("+", [Node(1), Node("*", [Node(2), Node(3)])]); ops = {"+": sum, "*": lambda a: a[0] * a[1]}; print(tree.accept(lambda v, k: ops[v](k) if k else v), Node.count)
class Money(int):
    def __str__(self): return f"${int(self):,}"
    def __add__(self, o): return Money(int(self) + int(o))
print(Money(5) + 1000, [Money(3)], sum([Money(1), Money(2)], Money(0)))
