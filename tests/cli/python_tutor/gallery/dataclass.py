from dataclasses import dataclass, field

@dataclass
class Item:
    name: str
    price: float
    qty: int = 0
    tags: list = field(default_factory=list)

    def total(self) -> float:
        return self.price * self.qty

it = Item("pen", 1.5, 4)
it2 = Item("pen", 1.5, 4)
print(it, it.total(), it == it2)
it.tags.append('x')
