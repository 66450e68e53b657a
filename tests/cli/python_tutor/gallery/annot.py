x: int = 5
y: str
names: list[str] = ['a']
def f(a: int, b: 'str' = 'q') -> dict[str, int]:
    r: dict = {b: a}
    return r
print(f(1), f.__annotations__)
