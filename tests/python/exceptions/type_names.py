# Messages name built-in types that live in a module with that module.
for f in (lambda: list[int] | 3, lambda: list[int] < list[str], lambda: setattr(list[int], "x", 1), lambda: (int | str)(),
          lambda: (int | str).nothing, lambda: (int | str) < 3, lambda: (int | str) | 3, lambda: [*(int | str)],
          lambda: len(int | str), lambda: int("1", list[int]), lambda: "a" + (int | str)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
