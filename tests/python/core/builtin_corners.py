# Corners of built-ins: messages, flags inverted, anext with a default, deletion refused.
from enum import *
class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
print(Perm.R | 8, ~Perm.R, Perm(8), ~Perm(7), ~Perm(8))
class P2(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7
print(repr(P2.RWX), repr(~P2.RWX), P2(7), repr(P2(0)), repr(P2.R|8), repr(~(P2.R|8)), repr(~P2.R))
class C(Flag):
    A = auto(); B = auto(); AB = 3; D = 8
print(repr(~C.A), repr(~C.AB), ~C.D, repr(C(0)), repr(~C(0)))
import sys
print(sum.__name__)
for f in (lambda: sum([], 'a'), lambda: sum(3, 'a'), lambda: type([1], x=1), lambda: ModuleNotFoundError(x=1), lambda: UnboundLocalError(x=1), lambda: ImportError(x=1),lambda: BlockingIOError(1,2,3), lambda: BlockingIOError(1, 2, 'f'), lambda: anext(1,2), lambda: anext()):
    try: print(repr(f()))
    except Exception as e: print(type(e), e)
class A:
    def __init__(s, n): s.n = n
    def __aiter__(s): return s
    async def __anext__(s):
        if not s.n: raise StopAsyncIteration
        s.n -= 1; return s.n
async def main():
    a = A(1)
    print(await anext(a, 'd'), await anext(a, 'd'))
    async def g():
        yield 1
    h = g()
    print(await anext(h, 5), await anext(h, 5))
try: main().send(None)
except StopIteration as e: print('done', e.value)
print(float.fromhex(' 0x1p3 '), '%012,f' % 1 if 0 else format(float('inf'), '012,f'))
class M(type):
    def __getattribute__(*args):
        print('M', args[1:]); return type.__getattribute__(*args)
class C(object, metaclass=M):
    def __len__(self): return 10
    def __getattribute__(*args):
        print('C'); return object.__getattribute__(*args)
c = C(); c.__len__(); type(c).__len__(c); len(c)
r = range(5)
for s in ('del r[0]', 'del r[::2]', 'r[0] = 1', 'r[::2] = 1', 'del "abc"[0]', 'del "abc"[::2]', 'del (1,)[::2]', 'del b"a"["x"]', '"a"[::2] = 1', 'del r["a"]', 'del 5[0]', 'del {1}[0]', 'del None[1:2]'):
    try: exec(s)
    except Exception as e: print(s, type(e).__name__, e)
for s in ('1_', '_1', '1__0', '1._5', '1\0', 'nan+', '(1', '1+2'):
    for f in (complex, float.fromhex):
        try: print(f(s))
        except ValueError as e: print(e)
for v, spec in ((10 ** 20, 'c'), (float('inf'), '012,'), (float('-nan'), '=012_.3'), (1e308 * 10, '+012,.0%')):
    try: print(format(v, spec))
    except Exception as e: print(type(e).__name__, e)
