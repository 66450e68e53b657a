# SyntaxErrors that a program makes itself: any fields go.
class Mine(SyntaxError):
    pass


class Fake(Exception):
    print_file_and_line = None
    msg = "fake"
    filename = "fake.py"
    lineno = 7
    offset = 3
    text = "  fake it"


class Incomplete(Exception):
    print_file_and_line = None
    msg = "incomplete"


def make(*details, kind=SyntaxError):
    return kind("wrong", details) if details else kind("wrong")


everything = [
    make(), make("f.py", 1, 3, "ab cd"), make("f.py", 1, 3, "    ab cd\n"), make("f.py", 1, 5, "    ab cd\n", 1, 7),
    make("f.py", 1, 1, "x = (\n", 2, 3), make("f.py", 1, 0, "ab"), make("f.py", 1, -1, "ab"), make("f.py", 1, 99, "ab"),
    make("f.py", 1, None, "ab"), make("f.py", 1, 2, None), make(None, 1, 2, "ab"), make(None, None, None, None),
    make("f.py", 3, 2, "ab cd", 3, 2),
]
more = [
    make("f.py", 3, 2, "ab cd", 3, 1), make("f.py", 3, 2, "ab cd", 3, 0), make("f.py", 3, 2, "ab cd", 3, None),
    make("f.py", 3, 2, "ab cd", None, None), make("f.py", 3, 2, "ab cd", 1, 4), make("f.py", 1, 2, "ab cd", 1, 4, kind=Mine),
    make("f.py", 1, 2, "ab cd", 1, 4, kind=IndentationError), make("f.py", 1, 6, "one\ntwo\nthree\n"),
    make("f.py", 1, 2, ""), make("f.py", 1, 2, "\n"), Fake("unused"), Incomplete("shown after all"),
    make("f.py", 1, 3, "日本語 = 1", 1, 5), make("f.py", 1, 30, "\t\fab", 1, 31),
]
try:
    raise ExceptionGroup("some", everything)
except ExceptionGroup:
    raise ExceptionGroup("more", more)
