class Animal:
    count = 0
    all = []
    def __init__(self, name):
        self.name = name
        Animal.count += 1
        Animal.all.append(self)
    def speak(self):
        return [self.name]
class Dog(Animal):
    def __init__(self, name, tricks=None):
        super().__init__(name)
        self.tricks = tricks or []
    def speak(self):
        base = super().speak()
        return base + ["woof"]
class Mixin:
    def extra(self):
        return {"x": self}
class Puppy(Mixin, Dog):
    def speak(self):
        return super().speak() + ["tiny"]
    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: [name, self]
        raise AttributeError(name)
a = Animal("generic")
d = Dog("rex", ["sit"])
p = Puppy("bit")
s = [x.speak() for x in Animal.all]
e = p.extra()
g = p.get_toy
r = g()
try:
    p.nothing
except AttributeError as err:
    attr = err.args
m = [c.__name__ for c in Puppy.__mro__]
sp = super(Puppy, p)
f = sp.speak
out = f()
isd = isinstance(p, Dog), issubclass(Puppy, Mixin)
Animal.all.clear()
print(s, r[0], attr, m, out, isd)
