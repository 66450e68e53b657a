class Odd:
    def __str__(self):
        raise ValueError("no text")

    def __repr__(self):
        return "<odd>"


class Unprintable:
    def __repr__(self):
        raise ValueError("no text")


def noted(notes):
    e = ValueError("with notes")
    e.__notes__ = notes
    return e


e = RuntimeError("outer")
e.add_note("one line")
e.add_note("two\nlines")
e.add_note("")
e.add_note("ends with newline\n")
e.add_note("carriage\rreturn\x0cand more")
everything = [
    e, noted(["list", 3, None, Odd()]), noted(("tuple",)), noted(3), noted(None), noted(Odd()), noted(Unprintable()),
    noted("text"), noted([]), noted({"a": 1}), noted(b"ab"), noted([["nested"]]),
]
print(e.__notes__)
raise ExceptionGroup("notes", everything)
