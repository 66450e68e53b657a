def a():
    b()


def b():
    raise ValueError("from b")


try:
    a()
except ValueError as e:
    kept = e.__traceback__
    print(kept.tb_lineno, kept.tb_next.tb_lineno, kept.tb_next.tb_next.tb_lineno, kept.tb_next.tb_next.tb_next)
    print(kept.tb_frame.f_code.co_name, kept.tb_next.tb_frame.f_code.co_name)
    error = e
error.__traceback__ = None
error.__context__ = KeyError("set by hand").with_traceback(kept.tb_next)
raise TypeError("other").with_traceback(kept.tb_next.tb_next) from error
