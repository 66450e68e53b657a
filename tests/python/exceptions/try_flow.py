# The order in which the parts of a try statement run, and what comes out of them.
def run(action):
    log = []

    def step(name, value=None):
        log.append(name)
        return value

    def inner():
        try:
            step("try")
            action(step)
        except (KeyError, IndexError) as e:
            step(f"except {e!r}")
            return "handled"
        except ValueError:
            step("value")
            raise
        else:
            step("else")
            return "fine"
        finally:
            step("finally")
    try:
        result = inner()
    except Exception as e:
        result = repr(e)
    print(log, result)


def fail(e):
    raise e


run(lambda step: None)
run(lambda step: {}["k"])
run(lambda step: [][0])
run(lambda step: int("x"))
run(lambda step: 1 / 0)
run(lambda step: fail(KeyError))
run(lambda step: fail(StopIteration(1)))


def overrides():
    for i in range(3):
        try:
            try:
                return f"return {i}"
            finally:
                if i == 0:
                    continue
                if i == 1:
                    break
        finally:
            print("outer finally", i)
    return "after the loop"


print(overrides())


def return_in_finally():
    try:
        1 / 0
    finally:
        return "swallowed"


print(return_in_finally())


def name_is_unbound():
    e = "before"
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return str(u)


print(name_is_unbound())


def nested(n):
    try:
        if n:
            nested(n - 1)
        else:
            raise ValueError(n)
    except ValueError as e:
        raise KeyError(n) from e
    finally:
        print("leave", n)


try:
    nested(2)
except KeyError as e:
    while e:
        print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
        e = e.__cause__

for what in (3, "text", None, int, object(), (ValueError,), ValueError, BaseException("b")):
    try:
        raise what
    except BaseException as e:
        print(type(e).__name__, e if type(what) is not object else "object")

for matcher in (int, 3, "x", (ValueError, 3), ((TypeError, ZeroDivisionError),), (), ArithmeticError):
    try:
        try:
            1 / 0
        except matcher:
            print("caught by", matcher)
    except Exception as e:
        print(repr(e), repr(e.__context__))

try:
    raise ValueError("x") from 3
except TypeError as e:
    print(e)

try:
    raise
except RuntimeError as e:
    print(e)
