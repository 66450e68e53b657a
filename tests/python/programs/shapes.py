import math
class Shape:
    def __init__(self, name): self.name = name
    def area(self): raise NotImplementedError(f"{type(self).__name__} must define area()")
    def __lt__(self, o): return self.area() < o.area()
    def __str__(self): return f"{self.name} with area {self.area():.2f}"
class Circle(Shape):
    def __init__(self, r): super().__init__("Circle"); self.r = r
    def area(self): return math.pi * self.r ** 2
class Rect(Shape):
    def __init__(self, w, h): super().__init__(type(self).__name__); self.w, self.h = w, h
    def area(self): return self.w * self.h
class Square(Rect):
    def __init__(self, s): super().__init__(s, s)
class Blob(Shape): pass
shapes = [Circle(1.5), Rect(2, 3), Square(2), Circle(0.5)]
for s in sorted(shapes): print(s)
print(max(shapes).name, sum(s.area() for s in shapes), [type(s).__name__ for s in shapes], {type(s) for s in shapes} == {Circle, Rect, Square})
try: print(Blob("blob"))
except NotImplementedError as e: print("error:", e)
