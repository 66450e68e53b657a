print("never printed")


def f(x):
    if x:
        nonlocal x
    return x
