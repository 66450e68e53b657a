# __slots__ with __dict__ and __weakref__, and what further bases bring.
class A:
    __slots__ = ['__dict__', '__weakref__', 'x']
a = A(); a.y = 1; a.x = 2; print(a.__dict__, hasattr(a, '__weakref__'))
class B:
    __slots__ = ['__dict__']
b = B(); b.z = 3
print(b.__dict__, hasattr(b, '__dict__'), hasattr(b, '__weakref__'))
class C:
    __slots__ = ['__weakref__']
print(hasattr(C(), '__weakref__'), hasattr(C(), '__dict__'))
class D(B): pass
D().q = 1
class E(C, B): __slots__ = ()
E().x = 1
class F: __slots__ = ['a']
class G(F): __slots__ = ['b', '__dict__']
g = G(); g.a = g.b = g.c = 1; print(g.__dict__)
class H(A, F.__base__): pass
print(H().__dict__)
try:
    class I(F, C): __slots__ = ()
    print(I().__slots__)
    class J: __slots__ = ['b']
    class K(F, J): pass
except TypeError as e: print(e)
