class C:
    def __init__(self): self._x = 1
    def getx(self): return self._x
    def setx(self, v): self._x = v
    def delx(self): del self._x
    x = property(getx, setx, delx, "I'm x")
c = C()
c.x = 10
print(c.x)
del c.x
print(hasattr(c, 'x'))
