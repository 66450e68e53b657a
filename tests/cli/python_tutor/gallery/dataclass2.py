from dataclasses import dataclass
@dataclass(order=True, frozen=True)
class V:
    x: int
    y: int = 5
a = V(1)
b = V(1, 2)
print(a < b, max(a, b), hash(a) == hash(V(1, 5)))
try:
    a.x = 3
except Exception as e:
    print(type(e).__name__, e)
