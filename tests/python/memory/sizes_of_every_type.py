import sys
gs = sys.getsizeof
for v in (0, 1, -1, 2**30-1, 2**30, 2**60-1, 2**60, -2**60, 2**90, 10**50, 10**100, True, False, None, ..., NotImplemented, 1.0, 1j, '', 'a', 'é', 'ÿ', 'Ā', 'h€llo', '😀', 'a😀b', 'ab'*50, b'', b'a', b'abc'*10, bytearray(), bytearray(b'a'), bytearray(10), (), (1,), (1,2,3), range(3), range(10**30), slice(1,2,3), memoryview(b'abc'), object(), type, int, object):
    print(type(v).__name__, gs(v))
b = bytearray(); out = []
for i in range(100):
    b.append(i); out.append(gs(b))
print(out); del b[10:]; print(gs(b)); b += b'x'*50; print(gs(b)); b.extend(range(100)); print(gs(b)); b.clear(); print(gs(b)); b[:] = b'abc'; print(gs(b)); b.pop(); b.pop(0); print(gs(b)); b.insert(0, 1); print(gs(b)); print(gs(b * 10), gs(b + b), gs(b[:]), gs(b.copy()), gs(bytearray(b'abc' * 10)))
class A: pass
a = A(); print(gs(a), gs(a.__dict__)); a.x = 1; print(gs(a), gs(a.__dict__)); a.y = 2; print(gs(a.__dict__))
b = A(); print(gs(b)); b.x = 1; b.y = 2; b.z = 3; print(gs(b), gs(b.__dict__))
for i in range(40): setattr(b, f'n{i}', i); 
print(gs(b.__dict__), gs(vars(A()))) 
c = A(); c.q = 1; print(gs(c.__dict__)); del c.q; print(gs(c.__dict__))
class S: __slots__ = ('a', 'b', 'c')
class T(S): __slots__ = ()
class U(S): pass
class V: __slots__ = ('__dict__',)
class W: __slots__ = ('__weakref__', 'x')
class X: __slots__ = ()
for k in (S, T, U, V, W, X): print(k.__name__, gs(k()), gs(k), k.__basicsize__, k.__dictoffset__, k.__weakrefoffset__)
u = U(); u.a = 1; u.d = 2; print(gs(u), gs(u.__dict__))
class L(list): pass
class D(dict): pass
class I(int): pass
class St(str): pass
class Tu(tuple): pass
class F(float): pass
class Se(set): pass
class E(Exception): pass
class By(bytes): pass
class Cx(complex): pass
class BA(bytearray): pass
class FS(frozenset): pass
class Ls(list): __slots__ = ()
class Ts(tuple): __slots__ = ()
for k, v in ((L, [1,2]), (D, {1:2}), (I, 5), (I, 10**30), (St, 'abc'), (St, 'é'), (Tu, (1,2)), (F, 1.5), (Se, {1}), (E, 'x'), (By, b'ab'), (Cx, 1j), (BA, b'ab'), (FS, [1]), (Ls, [1]), (Ts, (1,))): o = k(v); print(k.__name__, gs(o), gs(k), k.__basicsize__, k.__itemsize__)
l = L(); l.append(1); l.x = 1; print(gs(l), gs(l.__dict__))
def f(a, b=1, *c, d=2, **e): 
    def g(): return a
    return g
print(gs(f), gs(f.__code__), gs(f(1)), gs(f(1).__code__), gs(f(1).__closure__), gs(f(1).__closure__[0]), gs(f.__defaults__), gs(f.__kwdefaults__), gs(f.__dict__), gs(lambda: 1), gs(f.__globals__) > 0)
def gen():
    a = 1
    yield a
def gen2(a, b, c, d):
    yield from range(a)
    x = [a, b, c, (d, a)]
    yield x
async def co(): pass
async def ag(): yield 1
c = co(); print(gs(gen()), gs(gen2(1,2,3,4)), gs(x for x in []), gs(c), gs(ag())); c.close()
print(gs(sys._getframe()))
def fr(a, b):
    c = [a, b]
    return sys._getframe()
print(gs(fr(1, 2)), gs(print), gs([].append), gs(A().__init__), gs(a.__dir__), gs(len), gs(type(a).__dict__), gs(A.__dict__), gs(f.__get__(a)))
print(gs(property()), gs(staticmethod(f)), gs(classmethod(f)), gs(super(A, a)), gs(str.upper), gs(int.__add__), gs((1).__add__), gs(dict.__dict__['fromkeys']), gs(S.__dict__['a']), gs(type.__dict__['__dict__']), gs(type.__dict__['__mro__']))
try: 1/0
except Exception as e: print(gs(e), gs(e.__traceback__), gs(e.args))
for k in (BaseException, Exception, ValueError, KeyError, StopIteration, SystemExit, OSError, UnicodeDecodeError, SyntaxError, ImportError, NameError, AttributeError, MemoryError, RecursionError, KeyboardInterrupt): print(k.__name__, gs(k), k.__basicsize__)
print(gs(StopIteration(1)), gs(OSError(1, 'x')), gs(SystemExit(1)), gs(SyntaxError('x')), gs(ImportError('x')), gs(NameError('x')), gs(AttributeError('x')), gs(ExceptionGroup('x', [ValueError()])), gs(UnicodeDecodeError('utf-8', b'', 0, 1, 'x')))
print(gs(iter([])), gs(iter(())), gs(iter('')), gs(iter({})), gs(iter(set())), gs(iter(range(3))), gs(iter(range(10**30))), gs(iter(b'')), gs(reversed([])), gs(reversed(())), gs(enumerate([])), gs(zip()), gs(zip([], [])), gs(map(str, [])), gs(filter(None, [])), gs({}.keys()), gs({}.values()), gs({}.items()), gs(iter({}.items())), gs(reversed({})), gs(iter(int, 1)), gs(iter(A.__dict__)), gs(open))
import types, typing
print(gs(types.SimpleNamespace()), gs(types.SimpleNamespace(a=1)), gs(types.ModuleType('x')), gs(sys), gs(types.MappingProxyType({})), gs(list[int]), gs(int | str), gs(type), gs(types.CellType(1)))
