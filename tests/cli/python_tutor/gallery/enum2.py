from enum import Enum, auto, IntEnum, Flag
class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()
    def describe(self):
        return self.name.lower()
class Level(IntEnum):
    LOW = 1
    HIGH = 2
class Perm(Flag):
    R = 4
    W = 2
s = Shape.CIRCLE
print(s.describe(), Level.HIGH > Level.LOW, Perm.R | Perm.W)
