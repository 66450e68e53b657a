# A bound method kept in a class stays bound to its own object.
class A:
    def f(self): return type(self).__name__
class B: pass
B.g = A().f
print(B().g(), B.g())
b = B(); print(b.g())
class C:
    @classmethod
    def make(cls): return cls.__name__
    other = None
C.other = C.make
print(C().other(), C.other())
try: A().f.__get__(1)
except AttributeError as e: print(e)
m = A().f
print(str(m.__get__)[:45])
