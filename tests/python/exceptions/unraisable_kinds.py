# What cannot be raised is shown without chain, notes and boxes.
class Finalizer:
    def __init__(self, e):
        self.e = e

    def __get__(self, instance, owner):
        return self

    def __call__(self):
        if self.e is None:
            try:
                {}["x"]
            except KeyError:
                undefined
        raise self.e

    def __repr__(self):
        return "<the finalizer>"


class Silent(Exception):
    def __str__(self):
        raise ValueError


Silent.__module__ = "some.module"
noted = ValueError("noted")
noted.add_note("a note")
for e in (ValueError(), ValueError("message"), noted, ExceptionGroup("group", [ValueError(1)]), Silent(), None,
          KeyError("key"), SyntaxError("wrong", ("f.py", 1, 2, "text")), AttributeError("a", name="appendd", obj=[])):
    class Dying:
        __del__ = Finalizer(e)
    Dying()
    print("after", repr(e))
