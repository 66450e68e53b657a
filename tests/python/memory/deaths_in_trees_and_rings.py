import gc, weakref, sys
class Tree:
    count = 0
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children = name, parent, []
        if parent: parent.children.append(self)
        Tree.count += 1
    def __del__(self): Tree.count -= 1; print('del', self.name)
root = Tree('root'); a = Tree('a', root); b = Tree('b', root); Tree('a1', a); Tree('a2', a)
print(Tree.count); del a, b; print(Tree.count)
w = weakref.ref(root.children[0].children[1], lambda r: print('cb'))
del root; print('unreachable', Tree.count, w() is not None)
print(gc.collect(), Tree.count, w())
class T2:
    def __init__(self, name, parent=None):
        self.name = name; self.parent = weakref.ref(parent) if parent else None; self.children = []
        if parent: parent.children.append(self)
    def __del__(self): print('T2 del', self.name, self.parent and self.parent())
r = T2('r'); c = T2('c', r); d = T2('d', c); del c, d
del r; print(gc.collect())
gc.disable()
class O:
    def __init__(s, n): s.n = n
    def __del__(s): print('O', s.n, end=' ')
objs = [O(i) for i in range(6)]
objs[0].x = objs[1]; objs[1].x = objs[0]; objs[2].x = objs[2]; objs[3].x = objs[4]; objs[4].x = objs[5]; objs[5].x = objs[3]
del objs[4], objs[2], objs[0]; print(len(objs)); gc.collect(); print(); objs.clear(); gc.collect(); print()
o = O('a'); o.l = [O('b'), {'k': O('c')}, (O('d'), o)]; del o; gc.collect(); print()
class Z:
    insts = []
    def __del__(self): Z.insts.append(self); print('Z resurrect', len(Z.insts))
z = Z(); z.z = z; z.o = O('zo'); del z; print(gc.collect(), len(Z.insts)); Z.insts.clear(); print(gc.collect()); print(gc.collect())
z = Z(); w = weakref.ref(z); del z; print(w() is not None); Z.insts.pop(); print('popped')
class Y(O):
    def __del__(self): print('Y', self.n, gc.is_finalized(self), sys.getrefcount(self)); 
y = Y(1); y.y = y; del y; print(gc.collect())
y = Y(2); del y
l = []; 
for i in range(3): l.append(O(i))
l = l[::-1]; l.pop(); l[0] = None; del l; print()
def f(): 
    a = O('fa'); b = O('fb'); c = [a, b]; a.c = c
    return None
f(); print('|'); gc.collect(); print()
def g():
    o1 = O('g1'); yield 1; o2 = O('g2'); yield 2
it = g(); next(it); next(it); it.close(); print('closed'); it = g(); next(it); it = None; print()
e = None
try:
    o = O('exc'); raise ValueError(o)
except ValueError as ex: e = ex
del o; print('held'); e = None; print()
try: f(1)
except TypeError: O('in except')
print()
class M(dict):
    def __del__(self): print('M', len(self))
m = M(a=O('ma')); m['m'] = m; del m; print(gc.collect())
n = M(a=O('na'), b=O('nb')); del n; print()
import types
ns = types.SimpleNamespace(a=O('ns1'), b=O('ns2')); del ns.a; del ns; print()
x = O('x'); x = O('x2'); x = None; x, y = O('p'), O('q'); x, y = y, x; x = y = None; print()
O('s').n; print('|', O('t').n); [O('u')][0].n; print(); {O('k'): O('v')}; print(); (O('w'), O('z'))[1]; print()
print(O('arg').n, len([O('in'), O('in2')])); O('m').__init__('mm'); print()
gc.enable()
