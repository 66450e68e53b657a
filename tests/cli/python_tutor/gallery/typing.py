from typing import List, Dict, Optional, Union, Any, Callable, Tuple
Vector = List[float]
def scale(s: float, v: Vector) -> Vector:
    return [s * x for x in v]
Maybe = Optional[int]
u = Union[int, str]
cb = Callable[[int], str]
t = Tuple[int, ...]
a = Any
print(scale(2.0, [1.0, 2.5]))
