# A chain inside a group, and a group inside a chain.
def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ExceptionGroup("handling", [ValueError("v")])
    except ExceptionGroup as e:
        return e


try:
    raise chained() from ExceptionGroup("cause", [chained(), OSError("o")])
except* OSError as e:
    print("os", repr(e))
