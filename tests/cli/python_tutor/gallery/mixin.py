class JsonMixin:
    def to_json(self): return str(self.__dict__)
class Named:
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name
class Aged:
    def __init__(self, age=0, **kw):
        super().__init__(**kw)
        self.age = age
class Person(Named, Aged, JsonMixin): pass
p = Person(name='x', age=3)
print(p.to_json(), Person.mro()[1].__name__)
