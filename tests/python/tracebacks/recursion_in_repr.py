# A __repr__ that asks for itself.
class A:
    def __repr__(self): return repr(self)
print(A())
