from typing import List, Dict, Optional, Callable
def f(x: List[int], g: Optional[Callable] = None) -> Dict[str, int]:
    return {str(v): v for v in x}
T = List[int]
print(f([1, 2]))
