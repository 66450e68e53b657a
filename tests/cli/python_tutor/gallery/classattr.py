class Config:
    debug = False
    names = ['a']
    limits = {'x': 1}
    PI = 3.14
    nothing = None
    def method(self): return self.debug
    @staticmethod
    def util(x): return x * 2
    @classmethod
    def make(cls): return cls()
    class Inner:
        z = 1
c = Config()
c.debug = True
c.names.append('b')
Config.limits = None
print(Config.debug, c.method(), Config.util(4), Config.make().debug)
d = Config.make
e = c.util
f = c.method
print(f())
