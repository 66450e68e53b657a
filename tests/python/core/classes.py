class Point:
    """A point."""
    count = 0

    def __init__(self, x, y=0):
        self.x, self.y = x, y
        Point.count += 1

    def __repr__(self):
        return f'Point({self.x}, {self.y})'

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other):
        return self.x < other.x

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    @norm.setter
    def norm(self, value):
        self.x = value

    @classmethod
    def origin(cls):
        return cls(0, 0)

    @staticmethod
    def helper(a):
        return a * 2


p = Point(3, 4)
q = Point(1)
print(p, q, p + q, p == Point(3, 4), p != q, q < p, p.norm, Point.origin(), Point.helper(4), Point.count)
p.norm = 9
print(p, vars(p), p.__class__.__name__, Point.__doc__, Point.__name__)
try:
    {p}
except TypeError as e:
    print(e)
try:
    p.missing
except AttributeError as e:
    print(e)
try:
    Point()
except TypeError as e:
    print(e)


class Base:
    def hello(self):
        return 'base'

    def __str__(self):
        return 'S:' + self.hello()


class Left(Base):
    def hello(self):
        return 'left ' + super().hello()


class Right(Base):
    def hello(self):
        return 'right ' + super().hello()


class Both(Left, Right):
    def hello(self):
        return 'both ' + super().hello()


print(Both(), Both().hello(), [c.__name__ for c in Both.__mro__], issubclass(Both, Base), isinstance(Both(), Right))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return i * 10

    def __contains__(self, v):
        return v == 42

    def __call__(self, *a):
        return a

    def __bool__(self):
        return False

    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, t, v, tb):
        print('exit', t and t.__name__, v)
        return t is ValueError


print(list(Countdown(4)), len(Countdown(7)), Countdown(1)[5], 42 in Countdown(1), 1 in Countdown(1), Countdown(1)(1, 2))
print(bool(Countdown(3)), 'yes' if Countdown(3) else 'no')
with Countdown(1) as c:
    print(c.n)
    raise ValueError('swallowed')
print('after')


class D:
    def __get__(self, obj, owner):
        return ('get', obj is None, owner.__name__)

    def __set__(self, obj, value):
        print('set', value)

    def __set_name__(self, owner, name):
        print('named', name, owner.__name__)


class Uses:
    d = D()


print(Uses.d, Uses().d)
Uses().d = 3


class Slots:
    __slots__ = ('a', 'b')


s = Slots()
s.a = 1
print(s.a, hasattr(s, 'b'))
try:
    s.c = 1
except AttributeError as e:
    print(e)


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.kw = kw
        return cls


class WithMeta(metaclass=Meta, tag=1):
    pass


print(WithMeta.kw, type(WithMeta).__name__)


class Getattr:
    def __getattr__(self, name):
        if name.startswith('x'):
            return name.upper()
        raise AttributeError(name)


print(Getattr().xyz, getattr(Getattr(), 'abc', 'none'))


class Sub:
    def __init_subclass__(cls, **kw):
        print('subclass', cls.__name__, kw)


class Child(Sub, k=2):
    pass


class L(list):
    def total(self):
        return sum(self)


v = L([1, 2, 3])
v.append(4)
print(v, v.total(), len(v), type(v).__name__, v[1:], isinstance(v, list))


class I(int):
    pass


print(I(5) + 1, type(I(5)).__name__, I(7))


class Del:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


d = Del(1)
d = Del(2)
del d
print('end')
Point.late = lambda self: 'late'
print(p.late())
print(type('Dyn', (Base,), {'z': 1}).z, dir(Slots)[-2:], callable(p), callable(Point))
print(repr(Point), Point.__init__.__qualname__, p.__init__.__func__ is Point.__init__)
print([k for k in Point.__dict__ if not k.startswith('__')])


class R:
    def __radd__(self, o):
        return ('radd', o)

    def __iadd__(self, o):
        return ('iadd', o)


r = R()
print(1 + r, [1] + r if False else 'skip')
r += 5
print(r)
