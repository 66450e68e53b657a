# A class's own __sizeof__, and sizes of objects with __slots__ and of subclasses.
import sys
class A:
    def __sizeof__(self): return 100
class B:
    def __sizeof__(self): return -1
class C:
    def __sizeof__(self): return "x"
print(sys.getsizeof(A()))
try: sys.getsizeof(B())
except ValueError as e: print(e)
try: sys.getsizeof(C())
except TypeError as e: print(e)
print(sys.getsizeof(C(), 5), sys.getsizeof(1, 2), [].__sizeof__(), {}.__sizeof__(), (1,).__sizeof__(), object().__sizeof__(), int.__sizeof__(5), A.__sizeof__(A()))
class S: __slots__ = ("a", "b")
class T(S): __slots__ = ("c",)
class U(S): pass
class V: __slots__ = ("a", "__dict__")
class W: __slots__ = ("a", "__weakref__")
for k in (S, T, U, V, W): print(k.__name__, sys.getsizeof(k()), k.__basicsize__, k.__dictoffset__, k.__weakrefoffset__)
class L(list): pass
class I(int): pass
class D(dict): pass
class Tu(tuple): pass
class St(str): pass
class E(Exception): pass
for v in (L(), L([1]), I(5), I(2 ** 40), D(), D(a=1), Tu(), Tu((1, 2)), St(), St("abc"), E(), E(1)): print(type(v).__name__, sys.getsizeof(v))
