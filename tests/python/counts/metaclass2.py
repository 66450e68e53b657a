class Registry(type):
    table = {}
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        mcls.table[name] = cls
        cls.extra = [kw]
        return cls
    def __call__(cls, *args):
        obj = super().__call__(*args)
        obj.made_by = cls
        return obj
class Base(metaclass=Registry, flag=1.5):
    pass
class Child(Base):
    def __init__(self, v):
        self.v = v
class Plugin:
    plugins = []
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        cls.plugins.append(cls)
class P1(Plugin): pass
class P2(Plugin): pass
c = Child([1])
b = Base()
t = Registry.table
n = [p.__name__ for p in Plugin.plugins]
D = type("D", (Base,), {"z": [2.5]})
d = D()
z = d.z
print(t, n, z)
