class Animal:
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self):
        raise NotImplementedError
    def __str__(self):
        return f'{self.name} says {self.speak()}'
class Dog(Animal):
    def speak(self):
        return 'woof'
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak() + '!'
animals = [Dog('Rex'), Puppy('Bit', 1)]
for a in animals:
    print(a)
print(Animal.count, isinstance(animals[1], Dog), Puppy.__mro__)
try:
    Animal('x').speak()
except NotImplementedError as e:
    print('no', repr(e))
