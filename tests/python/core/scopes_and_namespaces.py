def t(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e)
x = "g"
class A:
    x = "c"
    y = [x for _ in range(2)]
    def f(self): return x
    z = [i for i in x]
    l = lambda: x
print(A.y, A().f(), A.z, A.l())
def outer():
    x = "o"
    class B:
        print(x); x = "b"; print(x)
        def g(self): return x
        def h(self): return __class__
    def inner():
        nonlocal x; x += "!"; return x
    return B, inner, lambda: x
B, i, l = outer(); print(B().g(), i(), i(), l(), B().h())
fs = [lambda: i for i in range(3)]; print([f() for f in fs]); fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
def counter():
    n = 0
    def inc(by=1):
        nonlocal n; n += by; return n
    def get(): return n
    return inc, get
inc, get = counter(); inc(); inc(5); print(get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars, counter.__code__.co_cellvars)
def g():
    global gg; gg = 5
    def h():
        global gg; gg += 1
    h(); return gg
print(g(), gg)
def unb():
    print(y2)
    y2 = 1
t(unb)
def unb2():
    def k(): return q
    t(k); q = 1; return k()
print(unb2())
def dl():
    a = 1
    def k(): return a
    del a; t(k)
    try: a
    except UnboundLocalError as e: print(e)
    a = 3; return k()
print(dl())
for k in range(3): pass
print(k); print([k for k in "ab"], k); print((w := 5), w); print([y := 1, y ** 2], y); print([last := n for n in range(3)], last)
