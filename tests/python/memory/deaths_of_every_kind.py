# odds and ends of memory
import gc, sys, weakref
class A:
    def __init__(self, n='?'): self.n = n
    def __del__(self): print('del', self.n)
    def __repr__(self): return f'A({self.n})'
# del in __del__ ordering with slots & inheritance
class B(A):
    __slots__ = ('x', 'y')
b = B('b'); b.x = A('bx'); b.y = A('by'); b.z = A('bz'); del b
# exception in __init__
class C(A):
    def __init__(self): super().__init__('c'); raise ValueError
try: C()
except ValueError: print('caught')
print('after')
# __del__ when replaced in list
l = [A(0), A(1)]; l[0] = A(2); print('set'); l[:] = [A(3)]; print('sliced'); l.append(l.pop()); l.sort(key=lambda a: a.n); del l
# multiple assignment
a = b = A('m'); a = None; print('still'); b = None
x = [A('in tuple')] * 3; x.pop(); x.pop(); print('one left'); x.pop(); print('none')
# function attribute & default & closure
def f(): pass
f.attr = A('attr'); del f
# generator expression holding
g = (A(i) for i in range(3)); print(next(g)); print(next(g)); del g; print('g gone')
# dict overwrite, setdefault, pop, update
d = {'k': A('old')}; d['k'] = A('new'); d.setdefault('k', A('unused')); d.update(k=A('upd')); print(d.pop('k')); print('popped')
# comprehension variable, loop variable stays
for v in [A('l1'), A('l2')]: pass
print('loop over', v); del v
[w for w in [A('c1')]]; print('comp')
# return value dropped
def r(): return A('ret')
r(); print('r'); _ = r(); print('kept'); del _
# conditional expressions / and / or
A('t') and None; A('f') or 1; print('cond'); (A('1'), A('2'), A('3'))[0]; print('idx')
# unpack
p, *q = A('p'), A('q1'), A('q2'); del q; print('q'); del p
# try/finally with return
def t():
    z = A('z')
    try: return 'ret'
    finally: print('fin')
print(t())
# nested functions and del
def outer():
    v = A('v')
    def inner(): return v
    inner(); del v
    print('v deleted')
    try: inner()
    except NameError as e: print(e)
outer()
# class body and class attributes replaced
class K: x = A('kx')
K.x = None; print('kx'); K.y = A('ky'); del K.y
# weakref callbacks vs __del__ order
o = A('wr'); w1 = weakref.ref(o, lambda r: print('cb1')); w2 = weakref.ref(o, lambda r: print('cb2')); del o
# global in exec
exec('e = A("exec")'); del e
ns = {'A': A}; exec('e = A("ns")', ns); ns.clear(); print('ns')
# recursion unwinding
def rec(n):
    a = A(f'r{n}')
    if n: rec(n - 1)
rec(2)
# exceptions with traceback chain
def bad(): q = A('bad'); 1/0
try: bad()
except ZeroDivisionError as e: print('handling'); e.__traceback__ = None; print('tb cleared')
try:
    try: bad()
    finally: print('in finally')
except Exception: print('outer')
try: bad()
except Exception: pass
else: pass
print(sys.exc_info())
# sorted/min key temporaries
print(min([A(3), A(1)], key=lambda a: a.n)); print('min')
print(len({A(9): 1})); print(str(A('s'))); print([str(A(i)) for i in range(2)])
m = map(A, [7, 8]); next(m); print('map'); list(m); print('list')
it = iter([A('it1'), A('it2')]); next(it); print('nx'); del it
s = {A('set')}; s.pop(); print('set popped')
def kw(**k): k.clear(); print('cleared')
kw(a=A('kw'))
def ar(*a): del a; print('args gone')
ar(A('arg'))
def last(a): a = None; print('a None')
last(A('param'))
sys.stdout.flush()
print('end')
