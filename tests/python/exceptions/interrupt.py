def f():
    raise KeyboardInterrupt


try:
    f()
except Exception:
    print("not reached")
except BaseException as e:
    print(repr(e))
raise EOFError
