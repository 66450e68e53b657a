class Acc:
    def __init__(self): self.__secret = 42; self._semi = 1
    def get(self): return self.__secret
a = Acc()
print(a.get(), a._Acc__secret)
try: print(a.__secret)
except AttributeError as e: print(e)
