x: int = 3
y: list[int] = [1]
def f(a: int, b: str = 'x') -> float:
    c: int = 4
    return a * 1.5
print(f(2))
class K:
    z: int
    w: str = 'w'
print(K.__annotations__, f.__annotations__)
