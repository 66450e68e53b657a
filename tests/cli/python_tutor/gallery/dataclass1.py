from dataclasses import dataclass, field
@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list)
    def total(self, n):
        return self.price * n
a = Item('x')
b = Item('y', 2.5, ['t'])
print(a, b.total(2), a == Item('x'))
@dataclass(order=True, frozen=True)
class V:
    x: int
    y: int = 0
vs = sorted([V(2), V(1, 5), V(1)])
print(vs)
