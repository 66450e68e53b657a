# Which strings are one object: names, and what sys.intern makes one.
import sys
a = "some_name"; b = "".join(["some", "_name"])
print(a is b, sys.intern(b) is a)
class C: pass
c = C(); setattr(c, b, 1); print([k is a for k in c.__dict__])
d = {b: 1}; print([k is a for k in d])
print(sys.intern(a) is a)
try: sys.intern(5)
except TypeError as e: print(e)
class S(str): pass
try: sys.intern(S("a"))
except TypeError as e: print(e)
x = "ab c"; y = "ab c"; print(x is y)
def f(some_name=1, *, other_name=2): pass
print(f.__code__.co_varnames[0] is a, list(f.__kwdefaults__)[0] is sys.intern("other_name"))
import types
print(types.__name__ is sys.intern("types"), C.__name__ is sys.intern("C"))
