def f(x):
    return x["ä"] + 1

f({})
