from typing import NamedTuple
class Emp(NamedTuple):
    name: str
    id: int = 3
e = Emp('Guido')
print(e, e.id)
