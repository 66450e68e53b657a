def fail(e, cause=None):
    try:
        if cause:
            raise e from cause
        raise e
    except BaseException as caught:
        return caught


inner = fail(ExceptionGroup("inner", [fail(ValueError(1)), TypeError("never raised"), fail(KeyError("k"), OSError(222, "x"))]))
inner.add_note("note of inner")
innermost = ExceptionGroup("not raised", [ExceptionGroup("deeper", [ValueError("leaf")]), ValueError("second leaf")])
try:
    raise fail(ExceptionGroup("first", [inner, innermost, fail(ValueError("plain"))]))
except ExceptionGroup as first:
    try:
        {}["context"]
    except KeyError:
        raise BaseExceptionGroup("second", [KeyboardInterrupt("stop"), fail(inner, first), SystemExit(3)])
