from sys import getsizeof as g
class O: pass
class S:
    __slots__ = ()
class S2:
    __slots__ = ("a", "b")
class SD:
    __slots__ = ("a", "__dict__")
class SW:
    __slots__ = ("__weakref__",)
bases = (int, bytes, tuple, list, dict, set, frozenset, float, complex, bytearray, Exception, type, object, ValueError, KeyError, OSError, StopIteration, property)
args = {int: (5,), str: ("abc",), bytes: (b"abc",), tuple: ((1, 2),), list: ([1, 2],), dict: ({1: 2},), set: ({1},), frozenset: ({1},), float: (1.5,), complex: (1j,), bytearray: (b"ab",), type: ("T", (), {})}
for b in bases:
    class Sub(b): pass
    a = args.get(b, ())
    try:
        x = Sub(*a)
        print(b.__name__, g(x), Sub.__basicsize__, Sub.__itemsize__, Sub.__dictoffset__, Sub.__weakrefoffset__, x.__sizeof__())
        x.attr = 1
        print(g(x), g(x.__dict__), x.attr)
        class SubS(b): __slots__ = ()
        y = SubS(*a)
        print(g(y), SubS.__basicsize__, hasattr(y, "__dict__"))
        class SubSub(Sub): 
            def __init__(self, *a): self.z = 1
        z = SubSub(*a); print(g(z), z.z, z.__dict__)
    except TypeError as e: print(b.__name__, e)
for c in (O, S, S2, SD, SW): print(c.__name__, g(c()), c.__basicsize__, c.__dictoffset__, c.__weakrefoffset__)
for n in range(0, 8):
    class A:
        def __init__(self): 
            for i in range(n): setattr(self, "k%d" % i, i)
    a = A(); print(n, g(a), g(a.__dict__), g(A), A.__dictoffset__)
    b = A(); b.__dict__; b.extra = 1; print(g(b.__dict__), b.__dict__)
class A:
    def __init__(s): s.x = 1; s.y = 2
a = A(); print(g(a.__dict__)); a2 = A(); a2.q = 1; print(g(a2.__dict__), g(vars(a2))); del a2.x; print(g(a2.__dict__)); d = dict(a2.__dict__); print(g(d))
class T3(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
t = T3(1, 2, 3); t.name = "n"; print(g(t), t, t.name, t[1], len(t), T3.__mro__)
class B3(bytes): pass
b = B3(b"hello"); b.q = 2; print(g(b), b, b.q)
class I3(int):
    def __new__(cls, v): o = super().__new__(cls, v); o.tag = "t"; return o
for v in (0, 1, 2**30, 2**60, 2**100, -5):
    i = I3(v); print(g(i), i, i.tag, i + 1, type(i + 1), i.__dict__, g(v))
import gc
for x in (O(), S(), S2(), I3(1), T3(1), B3(b"x"), (), [], {}, {1: []}, "a", 1, 1.5, None, object(), print, len, O, lambda: 0, (i for i in []), iter([]), range(3), slice(1), {1}.__iter__(), Exception(), g, type(1), O.__init__, [].append, 1j, b"", bytearray(), zip(), map(str, []), enumerate([]), reversed([]), frozenset(), set(), property(), NotImplemented, ..., (1).__add__, int.__add__, str.join, {}.keys(), memoryview if 0 else 0, super(O, O()), O.__dict__):
    print(type(x).__name__, g(x), gc.is_tracked(x))
