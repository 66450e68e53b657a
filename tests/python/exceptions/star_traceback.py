# What is left of a group after except*: one report with all its parts.
def thrower(e):
    raise e


def make():
    found = []
    for e in (ValueError(1), TypeError(2), OSError(222, "o"), KeyError(4)):
        try:
            thrower(e)
        except Exception as caught:
            found.append(caught)
    return ExceptionGroup("made", found + [ExceptionGroup("inner", found)])


try:
    try:
        raise make()
    except* ValueError as e:
        print("handled", len(e.exceptions))
    except* TypeError as e:
        raise
    except* KeyError as e:
        raise IndexError("new")
finally:
    print("finally")
