class Animal:
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self):
        raise NotImplementedError
    def intro(self):
        return f"{self.name} says {self.speak()}"

class Dog(Animal):
    def speak(self):
        return "Woof"

class Cat(Animal):
    def __init__(self, name, lives=9):
        super().__init__(name)
        self.lives = lives
    def speak(self):
        return "Meow"

pets = [Dog("Rex"), Cat("Tom")]
for p in pets:
    print(p.intro())
print(Animal.count, isinstance(pets[0], Animal))
try:
    Animal("x").intro()
except NotImplementedError as e:
    print("abstract", repr(e))
