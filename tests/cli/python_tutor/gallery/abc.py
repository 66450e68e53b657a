from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    def __str__(self): return f'{type(self).__name__} {self.area()}'
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
s = Sq(3)
print(s)
try:
    Shape()
except TypeError as e:
    print(e)
