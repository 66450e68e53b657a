# Which earlier address does a new object get? Free lists of one type first, then pools of one size.
def t_float():
    a = 1.5 * len('ab'); i = id(a); del a
    n = 10**8 + len('abc')      # an int in the same size class
    f = 2.5 * len('ab')
    return id(n) == i, id(f) == i
def t_float2():
    fs = [x * 1.5 for x in range(5)]; ids = [id(f) for f in fs]
    del fs
    gs = [x * 2.5 for x in range(5)]
    return [ids.index(id(g)) if id(g) in ids else -1 for g in gs]
def t_list():
    a = [1]; b = [2]; c = [3]
    ids = [id(a), id(b), id(c)]
    del a, b, c
    x, y, z = [], [], []
    return [ids.index(id(g)) if id(g) in ids else -1 for g in (x, y, z)]
def t_dict():
    a = {1: 1}; b = {'a': 2}; c = {}
    ids = [id(a), id(b), id(c)]
    del a, b, c
    x, y, z = {}, {}, {}
    return [ids.index(id(g)) if id(g) in ids else -1 for g in (x, y, z)]
def t_tuple():
    n = len('abc')
    a = (n,); b = (n, n); c = (n, n, n)
    ids = [id(a), id(b), id(c)]
    del a, b, c
    x, y, z = (n, 1), (n,), (n, 1, 2)
    return [ids.index(id(g)) if id(g) in ids else -1 for g in (x, y, z)]
def t_int():
    n = 1000 * len('abc'); m = 1001 * len('abc')
    ids = [id(n), id(m)]
    del n, m
    o = 7777 * len('abc'); p = 7778 * len('abc')
    return [ids.index(id(g)) if id(g) in ids else -1 for g in (o, p)]
def t_str():
    s = 'x' * len('abcdefgh' * 2); i = id(s); del s
    u = 'y' * len('abcdefgh' * 2)
    return id(u) == i
def t_gen():
    def g(): yield 1
    a = g(); i = id(a); del a
    b = g()
    return id(b) == i
def t_method():
    class A:
        def m(self): pass
    a = A(); m = a.m; i = id(m); del m
    k = a.m; j = id(k); del k
    return i == j, id(a.m) == id(a.m)
def t_inst():
    class A: pass
    a = A(); i = id(a); del a
    b = A(); r = id(b) == i
    return r
def t_set():
    a = {1}; b = {2}; ids = [id(a), id(b)]; del a, b
    x = {3}; y = set()
    return [ids.index(id(g)) if id(g) in ids else -1 for g in (x, y)]
def t_fn():
    f = lambda: 1
    i = id(f); del f
    g = lambda: 2
    return id(g) == i
def t_cross():
    # a list and a dict freed; then a set of the same size class as a dict
    out = []
    d = {}; i = id(d); del d
    s = set(); out.append(id(s) == i)
    l = []; i = id(l); del l
    t = (1, len('a')); out.append(id(t) == i)
    f = 1.0 * len('a'); i = id(f); del f
    b = bytes(len('a')); out.append(id(b) == i)
    c = complex(len('a'), 2); i = id(c); del c
    f = 1.5 * len('a'); out.append(id(f) == i)
    return out
def t_frame():
    import sys
    def f(): return sys._getframe()
    a = f(); i = id(a); del a
    b = f()
    return id(b) == i
def t_exc():
    ids = []
    for k in range(3):
        try: raise ValueError(k)
        except ValueError as e: ids.append(id(e))
    return ids[0] == ids[1], ids[1] == ids[2]
def t_many_floats():
    fs = [x * 1.5 for x in range(150)]; ids = {id(f): k for k, f in enumerate(fs)}
    del fs[:]
    x = 1.5
    gs = [x * 2.5 for x in range(150)]
    return [ids.get(id(g), -1) for g in gs]
def t_loop():
    r = []
    for i in range(5):
        r.append(id([i]))
    return len(set(r))
def t_del_gc():
    import gc
    fs = [x * 1.5 for x in range(5)]; ids = [id(f) for f in fs]
    del fs
    gc.collect()
    gs = [x * 2.5 for x in range(5)]
    return [ids.index(id(g)) if id(g) in ids else -1 for g in gs]
def t_slice():
    class S:
        def __getitem__(self, k): return id(k)
    s = S()
    return s[1:2] == s[3:4]
def t_range():
    a = range(len('abc')); i = id(a); del a
    return id(range(len('abcd'))) == i
def t_cell():
    def mk():
        x = 1
        def g(): return x
        return g
    g = mk(); i = id(g.__closure__[0]); del g
    g = mk(); return id(g.__closure__[0]) == i
def t_iter():
    a = iter([1]); i = id(a); del a
    return id(iter([2])) == i, id(iter((2,))) == i
for name, f in list(globals().items()):
    if name.startswith('t_'): print(name, f())
