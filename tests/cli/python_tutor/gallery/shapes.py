import math
class Shape:
    def __init__(self, color="red"): self.color = color
    def area(self): return 0
    def __str__(self): return self.__class__.__name__ + "[" + self.color + "]"
    def __lt__(self, other): return self.area() < other.area()
class Circle(Shape):
    def __init__(self, r, *a):
        Shape.__init__(self, *a)
        self.r = r
    def area(self): return round(math.pi * self.r ** 2, 2)
class Rect(Shape):
    def __init__(self, w, h, color="blue"):
        super().__init__(color)
        self.w, self.h = w, h
    def area(self): return self.w * self.h
class Square(Rect):
    def __init__(self, s): super().__init__(s, s)
shapes = [Circle(1), Rect(2, 3), Square(2), Circle(0.5, 'green')]
shapes.sort()
for s in shapes: print(s, s.area())
big = max(shapes)
