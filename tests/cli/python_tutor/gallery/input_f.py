def f():
    return [input(f"item {i}: ") for i in range(3)]
items = f()
