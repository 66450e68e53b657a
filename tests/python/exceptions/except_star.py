# except*: which clause gets what, and what is raised in the end.
def shape(e):
    if isinstance(e, BaseExceptionGroup):
        return f"{type(e).__name__}({e.message!r}, [{', '.join(shape(x) for x in e.exceptions)}])"
    return repr(e)


def links(e):
    return f"cause {shape(e.__cause__)}, context {shape(e.__context__)}"


def report(function):
    try:
        print(function.__name__, "->", function())
    except BaseException as e:
        print(function.__name__, "raises", shape(e), "|", links(e))


def group(*members, message="g"):
    return BaseExceptionGroup(message, [group(*m, message="sub") if isinstance(m, list) else m for m in members])


def all_handled():
    try:
        raise group(ValueError(1), TypeError(2), [ValueError(3), OSError(4)])
    except* ValueError as e:
        print("value", shape(e))
    except* (TypeError, OSError) as e:
        print("type or os", shape(e))
    return "done"


def some_left():
    try:
        raise group(ValueError(1), TypeError(2), [ValueError(3), OSError(4)])
    except* ValueError as e:
        print("value", shape(e))
    print("not reached")


def nothing_matches():
    try:
        raise group(ValueError(1))
    except* TypeError:
        print("not reached")


def clause_raises():
    try:
        raise group(ValueError(1), TypeError(2), OSError(3))
    except* ValueError as e:
        raise KeyError("new")
    except* OSError as e:
        raise IndexError("newer") from e


def clause_reraises():
    try:
        raise group(ValueError(1), TypeError(2), [ValueError(3), OSError(4)])
    except* ValueError as e:
        raise
    except* OSError as e:
        raise e


def clause_reraises_all():
    try:
        raise group(ValueError(1), TypeError(2))
    except* ValueError as e:
        raise
    except* TypeError as e:
        raise


def only_raised():
    try:
        raise group(ValueError(1))
    except* ValueError:
        raise KeyError("only")


def naked():
    try:
        raise ValueError("naked")
    except* TypeError:
        print("not reached")
    except* ValueError as e:
        print("wrapped", shape(e), e.__traceback__ is None)
    return "done"


def naked_not_matched():
    try:
        raise ValueError("naked")
    except* TypeError:
        print("not reached")


def naked_reraised():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise


def naked_raises():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        raise KeyError("new")


def naked_base():
    try:
        raise KeyboardInterrupt("stop")
    except* KeyboardInterrupt as e:
        print(shape(e))


def no_exception():
    try:
        pass
    except* ValueError:
        print("not reached")
    else:
        print("else")
    finally:
        print("finally")
    return "done"


def with_finally():
    try:
        raise group(ValueError(1), TypeError(2))
    except* ValueError:
        print("value")
    else:
        print("not reached")
    finally:
        print("finally")


def bad_matcher():
    try:
        raise group(ValueError(1))
    except* 3:
        pass


def group_matcher():
    try:
        raise group(ValueError(1))
    except* (TypeError, ExceptionGroup):
        pass


def bad_matcher_naked():
    try:
        raise ValueError(1)
    except* (int,):
        pass


def unbound_after():
    e = 1
    try:
        raise group(ValueError(1))
    except* ValueError as e:
        pass
    return e


def nested():
    try:
        try:
            raise group(ValueError(1), TypeError(2), OSError(3))
        except* ValueError:
            print("inner")
    except* TypeError as e:
        print("outer", shape(e), links(e))


def in_loop():
    seen = []
    for i in range(3):
        try:
            raise group(ValueError(i), TypeError(i))
        except* ValueError as e:
            seen.append(shape(e))
        except* TypeError as e:
            seen.append(shape(e))
    return seen


def own_split():
    class Mine(ExceptionGroup):
        def split(self, matcher):
            print("split by", matcher)
            return super().split(matcher)

        def derive(self, members):
            return Mine("derived", members)
    try:
        raise Mine("mine", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print(type(e), shape(e))


def shared_member():
    v = ValueError(1)
    try:
        raise group(v, [v, TypeError(2)])
    except* TypeError as e:
        print(shape(e))


def raise_group_in_clause():
    try:
        raise group(ValueError(1), TypeError(2))
    except* ValueError as e:
        raise group(OSError(5), KeyError(6), message="new")


def raise_part():
    try:
        raise group(ValueError(1), ValueError(2), TypeError(3))
    except* ValueError as e:
        raise e.exceptions[0]


def kept_outside():
    eg = group(ValueError(1), TypeError(2))
    try:
        raise eg
    except* ValueError as e:
        kept = e
    return kept


def notes():
    eg = group(ValueError(1), TypeError(2))
    eg.add_note("noted")
    try:
        raise eg
    except* ValueError as e:
        e.add_note("more")
        print(e.__notes__, eg.__notes__)
        raise


for function in [f for f in list(globals().values()) if type(f) is type(shape) and f not in (shape, report, links, group)]:
    report(function)
