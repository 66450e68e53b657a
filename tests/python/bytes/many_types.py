import sys
import types
import weakref

a_list = [1, 2.5, "x"]
grown = [0]
grown.append(1)
a_tuple = (1, 2, 3)
a_dict = {"a": 1, "b": [2]}
numbers = {1: "one", 2: "two"}
del numbers[1]
a_set = {1, 2, 3}
many = set(range(20))
frozen = frozenset([5])
number = 10 ** 30
negative = -5000000000
real = 2.5
imaginary = 1 + 2j
text = "hello"
accented = "h\xe9"
wide = "\u20ac\U0001F600"
data = b"abc"
span = range(1, 10, 2)
cut = slice(1, 5)


class Point:
    """A point."""
    kind = "point"

    def __init__(self, x, y=2):
        self.x = x
        self.y = y

    @property
    def sum(self):
        return self.x + self.y

    @staticmethod
    def make():
        return Point(1)

    @classmethod
    def origin(cls):
        return cls(0, 0)


class Slotted:
    __slots__ = ("first", "second")


class Words(list):
    pass


class Trouble(ValueError):
    pass


point = Point(1)
slotted = Slotted()
slotted.first = "f"
words = Words()
method = point.origin
bound = [].append
function = Point.__init__
code = function.__code__
getter = Point.__dict__["sum"]
static = Point.__dict__["make"]
of_class = Point.__dict__["origin"]
module = types
builtin = len
descriptor = str.join
getset = type.__dict__["__doc__"]
wrapper = int.__add__
method_wrapper = (5).__add__
proxy = Point.__dict__


def outer():
    captured = []

    def inner(a, *rest, b=1, **named):
        captured.append(a)
        return captured
    return inner


closure = outer()
cell = closure.__closure__[0]
inner_code = closure.__code__


def generate(n):
    for i in range(n):
        yield i


fresh = generate(3)
started = generate(3)
next(started)
ended = generate(0)
list(ended)


async def wait():
    pass

coroutine = wait()
coroutine.close()
list_iterator = iter([1])
tuple_iterator = iter((1,))
dict_iterator = iter({"k": 1})
set_iterator = iter({1})
str_iterator = iter("abc")
counted = enumerate([1])
pairs = zip([1], [2])
mapped = map(len, ["a"])
kept = filter(None, [1])
backwards = reversed([1, 2])
keys = {1: 2}.keys()
items = {1: 2}.items()
error = ValueError("bad", 1)
missing = KeyError("k")
stop = StopIteration(5)
leave = SystemExit(3)
broken = OSError(2, "No such file", "f.txt")
absent = ImportError("no", name="m", path="p")
unnamed = NameError("no x")
group = ExceptionGroup("g", [ValueError(1)])
trouble = Trouble("t")
unknown = SyntaxError("bad", ("f.py", 1, 2, "text"))
upper = super(Words, words)
alias = list[int]
either = int | str
space = types.SimpleNamespace(a=1)
try:
    raise ValueError("caught")
except ValueError as e:
    trace = e.__traceback__


def frame_of():
    local = [1]
    return sys._getframe()


frame = frame_of()

watched = Point(1)
weak = weakref.ref(watched)
watching = weakref.ref(watched, print)
weak_proxy = weakref.proxy(watched)
