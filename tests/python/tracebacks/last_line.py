# What the last line says of classes and messages.
class Outer:
    class Inner(Exception):
        pass

    class Silent(Exception):
        def __str__(self):
            return ""

    class Failing(Exception):
        def __str__(self):
            raise ValueError("no text")

    class Wrong(Exception):
        def __str__(self):
            return 3


def local():
    class Local(Exception):
        pass
    return Local


class Moved(Exception):
    pass


class Unknown(Exception):
    pass


class Renamed(Exception):
    pass


Moved.__module__ = "some.where"
Unknown.__module__ = 3
Renamed.__qualname__ = "A.new.name"
Renamed.__name__ = "ignored"


class Text(str):
    def __str__(self):
        return "from subclass"


everything = [
    Outer.Inner("x"), Outer.Silent("x"), Outer.Failing("x"), Outer.Wrong("x"), local()("local"), Moved("m"), Unknown("u"),
    Renamed("r"), ValueError(), ValueError(""),
]
more = [
    ValueError(None), ValueError("a", 2), KeyError("key"), KeyError("key", 2), KeyError(), KeyError(""),
    ValueError("two\nlines"), ValueError("two\nlines\n"), OSError(222, "No such thing"), OSError(222, "No such thing", "a.txt"),
   
    OSError(222, "No such thing", "a", None, "b"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    StopIteration(3), AssertionError(), ValueError(Text("x")),
]
last = [
    ValueError("half \ud800 character"), ValueError("日本"), ValueError("tab\tand\x07bell"), MemoryError(),
    RecursionError("deep"), ImportError("no", name="n", path="p"), ModuleNotFoundError(), NotImplementedError("later"),
    UnicodeEncodeError("ascii", "äb", 0, 1, "ordinal not in range(128)"), EOFError("EOF when reading a line"),
]
try:
    raise ExceptionGroup("some", everything)
except ExceptionGroup:
    raise ExceptionGroup("more", [ExceptionGroup("1", more), ExceptionGroup("2", last)])
