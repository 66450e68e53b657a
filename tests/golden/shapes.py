class Shape:
    sides = 0
    def area(self):
        return 0

class Rect(Shape):
    sides = 4
    def __init__(self, w, h):
        self.w = w
        self.h = h
    def area(self):
        return self.w * self.h

class Square(Rect):
    def __init__(self, side):
        super().__init__(side, side)

shapes = [Shape(), Rect(2, 3), Square(4)]
total = sum(s.area() for s in shapes)
print(total)
