# Classes that inherit from int, float and complex; conversions through __int__, __index__, __float__, __trunc__.
class A(int):
    pass


class B(float):
    unit = "m"


class C(complex):
    pass


class D(int):
    def __new__(cls, value, name):
        self = super().__new__(cls, value)
        self.name = name
        return self

    def __add__(self, other):
        return D(int(self) + int(other), self.name + "+")

    def __repr__(self):
        return f"D({int(self)}, {self.name!r})"


class Index:
    def __index__(self):
        return 300


class Float:
    def __float__(self):
        return 2.5


class Int:
    def __int__(self):
        return 77


class Bad:
    def __int__(self):
        return "x"

    def __float__(self):
        return 1

    def __index__(self):
        return 1.5


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


a = A(10**30)
print(a, type(a).__name__, a + 1, type(a + 1).__name__, type(+a).__name__, type(int(a)).__name__, a == 10**30, hash(a) == hash(10**30))
a.label = "kept"
print(a.label, A(), A("12"), A("ff", 16), A(3.9), isinstance(a, int), A(5) in {5: 1}, [1, 2, 3][A(1)])
b = B("1.5")
b.unit = "km"
print(b, b.unit, b * 2, type(b * 2).__name__, B(), b.real, type(b.real).__name__, f"{b:.3f}", int(b))
c = C(1, 2)
print(c, c * 2, type(c * 2).__name__, c.conjugate(), abs(C(3, 4)))
d = D(5, "five")
print(d, d + 1, d + d, 1 + d, d.name, -d)
print(A.from_bytes(b"\1\2", "big"), type(A.from_bytes(b"\1\2", "big")).__name__, B.fromhex("0x1p3"), type(B.fromhex("0x1p3")).__name__)
show(lambda: int(Index()))
show(lambda: float(Index()))
show(lambda: complex(Index()))
show(lambda: int(Int()))
show(lambda: float(Int()))
show(lambda: float(Float()))
show(lambda: complex(Float(), 1))
show(lambda: int(Float()))
show(lambda: int(Bad()))
show(lambda: float(Bad()))
show(lambda: [1][Bad()])
show(lambda: round(Index()))
show(lambda: 1 << Index())
show(lambda: (5).to_bytes(Index(), "big")[-1])
print(True + True, True * 5, -True, ~False, True & 1, True & True, False | True, True ^ True, True / 2, True == 1.0)
print(bool(0), bool(5), bool(""), bool([0]), bool(0.0), bool(0j), int(True), str(True), repr(False), True is bool(1))
print(f"{True}", f"{True:d}", f"{True:5}|", f"{False!r:>8}")
print(bool.__mro__ == (bool, int, object), isinstance(True, int), issubclass(bool, int), type(True | 2).__name__)
show(lambda: type("E", (bool,), {}))
