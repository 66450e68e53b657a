from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
fav = Color.RED
print(fav, fav.name, fav.value)
for c in Color:
    print(c)
print(Color(2), Color['BLUE'], fav is Color.RED)
