# Attributes of exceptions and what may be put into them.
def attempt(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


def set_(o, name, value):
    setattr(o, name, value)
    return getattr(o, name)


e = ValueError("a", 2)
print(e, repr(e), e.args, str(ValueError()), repr(ValueError()), repr(ValueError("x",)))
print(e.__traceback__, e.__context__, e.__cause__, e.__suppress_context__, e.__dict__)
for name in ("__traceback__", "__context__", "__cause__", "__suppress_context__", "args", "__dict__", "anything"):
    for value in (None, 3, "ab", [1], e, {"k": 1}):
        attempt(lambda: (name, set_(ValueError("v"), name, value)))
    attempt(lambda: delattr(ValueError("v"), name))

e = ValueError()
e.__cause__ = KeyError("k")
print(e.__suppress_context__, repr(e.__cause__))
attempt(lambda: e.with_traceback(3))
attempt(lambda: e.with_traceback(None) is e)
attempt(lambda: e.add_note(3))
attempt(lambda: e.add_note("note"))
print(e.__notes__, e.__dict__)
e.__notes__ = "no list"
attempt(lambda: e.add_note("more"))
attempt(lambda: ValueError(key=1))
attempt(lambda: ValueError.__new__(ValueError, 1, 2).args)
attempt(lambda: KeyError("a") == KeyError("a"))
attempt(lambda: hash(KeyError("a")) != 0)

for kind, args in (
        (KeyError, ("k",)), (KeyError, ("k", 1)), (KeyError, ()), (StopIteration, (1, 2)), (StopIteration, ()),
        (SystemExit, ()), (SystemExit, (3,)), (SystemExit, (1, 2)), (OSError, ()), (OSError, ("m",)), (OSError, (222, "m")),
        (OSError, (222, "m", "f")), (OSError, (222, "m", "f", None, "g")), (ImportError, ("m",)), (ImportError, ("a", "b")),
        (SyntaxError, ()), (SyntaxError, ("m",)), (SyntaxError, ("m", ("f", 1, 2, "t"))),
        (SyntaxError, ("m", ("f", 1, 2, "t", 1, 3))), (AttributeError, ("a",)), (NameError, ("n",)), (AssertionError, ((1,),))):
    e = kind(*args)
    print(kind.__name__, repr(e), repr(str(e)), e.args)
    for name in ("value", "code", "errno", "strerror", "filename", "filename2", "name", "path", "obj", "msg", "lineno",
                 "offset", "text", "end_lineno", "end_offset", "print_file_and_line"):
        if hasattr(e, name):
            print("   ", name, repr(getattr(e, name)))

attempt(lambda: ImportError("m", name="n", path="p").name)
attempt(lambda: ImportError("m", other=1))
attempt(lambda: NameError("m", name="n").name)
attempt(lambda: AttributeError("m", name="n", obj=3).obj)
attempt(lambda: SyntaxError("m", (1, 2)))
attempt(lambda: SyntaxError("m", (1, 2, 3, 4, 5)))
attempt(lambda: SyntaxError("m", (1, 2, 3, 4, 5, 6, 7)))
attempt(lambda: UnicodeDecodeError("utf-8", b"abc", 1, 2, "bad"))
attempt(lambda: UnicodeDecodeError("utf-8", b"abc", 1, 3, "bad"))
attempt(lambda: UnicodeEncodeError("ascii", "ab\u0100", 2, 3, "bad"))
attempt(lambda: UnicodeEncodeError("ascii", "ab\U00010000", 2, 3, "bad"))
attempt(lambda: UnicodeEncodeError("ascii", "abc", 0, 3, "bad"))
attempt(lambda: UnicodeDecodeError("utf-8", "text", 1, 2, "bad"))
attempt(lambda: UnicodeDecodeError("utf-8"))


class WithInit(Exception):
    def __init__(self, a, b=2):
        self.a, self.b = a, b


class WithNew(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, "from new")
        self.given = args
        return self

    def __init__(self, *args):
        pass


print(repr(WithInit(1)), WithInit(1).args, WithInit(1, b=3).args, WithInit(1, b=3).__dict__)
print(repr(WithNew(1, 2)), WithNew(1, 2).given)
attempt(lambda: WithInit())
