# The class of a module may be set to another class of modules.
import sys
from types import ModuleType
class VM(ModuleType):
    def __repr__(self): return 'Verbose'
    def __setattr__(self, a, v): print('Setting', a); super().__setattr__(a, v)
sys.modules[__name__].__class__ = VM
print(sys.modules[__name__])
sys.modules[__name__].zz = 1
print(zz)
sys.modules[__name__].__class__ = ModuleType
print(type(sys.modules[__name__]))
try: sys.modules[__name__].__class__ = int
except TypeError as e: print(e)
