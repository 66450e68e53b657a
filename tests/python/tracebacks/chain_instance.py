# A cause that never was raised has no traceback; a class as cause is instantiated.
class Mine(Exception):
    def __init__(self):
        super().__init__("made from the class")


try:
    raise ValueError("x") from Mine
except ValueError as e:
    print(type(e.__cause__), e.__cause__.__traceback__, e.__suppress_context__)
    e.__cause__.__cause__ = OSError(222, "No such thing", "name.txt")
    e.__cause__.add_note("note of the cause")
    raise
