class S:
    inst = None
    def __new__(cls, *a):
        if cls.inst is None:
            cls.inst = super().__new__(cls)
        return cls.inst
    def __init__(self, v):
        self.v = v
a = S(1)
b = S(2)
print(a is b, a.v)
class R:
    def __repr__(self):
        x = 'R!'
        return x
    def __str__(self):
        return 'str of R'
r = R()
print(r, [r], repr(r))
