class Meta(type):
    registry = []
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        mcs.registry.append(name)
        return cls
    def __call__(cls, *args):
        print('creating', cls.__name__)
        return super().__call__(*args)
class Base(metaclass=Meta):
    pass
class Child(Base):
    def __init__(self, v):
        self.v = v
c = Child(5)
print(Meta.registry)
