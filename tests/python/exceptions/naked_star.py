def f():
    raise ValueError("naked")


try:
    f()
except* ValueError as e:
    raise KeyError("from clause") from e
