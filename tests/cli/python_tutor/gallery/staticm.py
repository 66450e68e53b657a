class T:
    """doc"""
    scale = 2
    @staticmethod
    def s(x):
        return x * 2
    @classmethod
    def c(cls, x):
        return cls(x * cls.scale)
    def __init__(self, v):
        self._v = v
    @property
    def v(self):
        return self._v
    @v.setter
    def v(self, n):
        if n < 0:
            raise ValueError('neg')
        self._v = n
t = T(1)
print(T.s(3), T.c(4).v, t.v)
t.v = 7
try:
    t.v = -1
except ValueError as e:
    print(e)
m = t.s
k = T.c
print(k(2)._v, m(2))
