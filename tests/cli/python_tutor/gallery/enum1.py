from enum import Enum
class Color(Enum):
    RED = 1
    BLUE = 2
c = Color.RED
print(c, c.name, c.value, Color(2), Color['BLUE'])
for k in Color:
    print(k)
