# OSError makes the subclass that belongs to the number.
for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 104, 103, 110, 111, 222):
    e = OSError(number, "text", "file")
    print(number, type(e).__name__, e, e.errno, isinstance(e, OSError))
print(type(OSError(2)).__name__, type(OSError("a", "b")).__name__, type(FileNotFoundError(13, "x")).__name__)


class Mine(OSError):
    pass


print(type(Mine(2, "x")).__name__, IOError is OSError, EnvironmentError is OSError)
