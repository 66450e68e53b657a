class C:
    def __init__(self, a, k=None):
        self.a = a
        self.k = k
    def __call__(self, x, *, y=None):
        r = (x, y)
        return r
    def meth(self, *args, **kw):
        z = (args, kw)
        return z
    def __format__(self, spec):
        w = [spec]
        return "f"
    def __contains__(self, x):
        q = [x]
        return True
    def __getitem__(self, k):
        q = [k]
        return q
    def __setitem__(self, k, v):
        q = [k, v]
        self.q = q
    def __eq__(self, o):
        q = [o]
        return True
    def __hash__(self):
        return 1
    def __lt__(self, o):
        q = [o]
        return True
    def __add__(self, o):
        q = [o]
        return q
    def __radd__(self, o):
        q = [o]
        return q
    def __iadd__(self, o):
        q = [o]
        return self
    def __neg__(self):
        q = [self]
        return q
    def __str__(self):
        q = [self]
        return "s"
    def __repr__(self):
        q = [self]
        return "r"
    def __len__(self):
        q = [self]
        return 2
    def __bool__(self):
        q = [self]
        return True
    def __enter__(self):
        q = [self]
        return q
    def __exit__(self, *a):
        q = [a]
        return False
    def __iter__(self):
        q = [self]
        return iter(q)
    def __index__(self):
        q = [self]
        return 1
    def __getattr__(self, n):
        q = [self, n]
        if n == "zz":
            raise AttributeError(n)
        return q
    def __delattr__(self, n):
        q = [self, n]
        object.__delattr__(self, n)
    def __del__(self):
        q = [self.a]
        q.clear()
    def __round__(self, n=None):
        q = [self, n]
        return q
    def __reversed__(self):
        q = [self]
        return iter(q)
    def __abs__(self):
        q = [self]
        return q
    def __divmod__(self, o):
        q = [self, o]
        return q
    def __pow__(self, o, m=None):
        q = [self, o]
        return q
    def __int__(self):
        q = [self]
        return 1
a = [1.5]
b = {"k": 2.5}
c = C(a, k=b)
d = C(a, b)
e = C(a=a, k=b)
f = c(a)
g = c(a, y=b)
h = c(*a, y=b)
i = c.meth(a, q=b)
m = c.meth
j = m(a, q=b)
k = format(c, "x")
l = a in c
n = c[a]
c[a[0]] = b
o = c == d
p = {c: a}
q = d in p
r = sorted([c, d])
s = c + a
t = a[0] + c
c += a
u = -c
v = str(c), repr(c), f"{c}", len(c), bool(c)
with c as w:
    x = w
y = list(c)
z = [1, 2][c]
aa = c.nothing
ab = hasattr(c, "zz")
c.temp = a
del c.temp
ac = round(c), round(c, 2), abs(c), divmod(c, a), c ** a, pow(c, a), int(c), list(reversed(c))
ad = max([c, d], key=lambda q: [q])
ae = min(c, d)
af = any(q for q in [c]), all([c, d]), sum([c], a)
ag = list(map(c, [a]))
ah = list(filter(c, [a]))
ai = [c, d].index(d)
aj = not c
ak = c and a
print("%s %r" % (c, d), "{} {!r}".format(c, d))
if c:
    al = a
while d:
    break
am = a if c else b
an = [c, d].count(c)
ao = sorted([a, a], key=c)
ap = getattr(c, "other", None)
aq = dict.fromkeys([c, d], a)
at = set([c, d])
del d, aq, at, p
class Dying:
    def __init__(self, v, w=None):
        self.v = v
    def __del__(self):
        out = [self.v]
        out.clear()
class Maker:
    def __init__(self, a, *, k):
        temporary = Dying(a, w=k)
        self.a = a
av = Maker(a, k=b)
def fails(**kw):
    raise ValueError(kw)
class Bad:
    def __init__(self, a, k):
        temporary = Dying(k, w=a)
        fails(a=a, k=k)
try:
    Bad(a, k=b)
except ValueError as error:
    ax = error.args
class New:
    def __new__(cls, a, k=None):
        self = super().__new__(cls)
        self.both = [a, k]
        return self
    def __init__(self, a, k=None):
        self.k = k
ay = New(a, k=b)
az = New(*a, **{"k": b})
class Err(Exception):
    def __init__(self, a, code=None):
        super().__init__(a)
        self.code = code
ba = Err(a)
bb = Err(a, code=b)
bc = Err(*[a])
bd = ValueError(*a)
be = (a,)
bf = ValueError(*be)
bg = bf.args is be
