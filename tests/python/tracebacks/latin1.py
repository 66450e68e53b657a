# coding: latin-1
def f(x):
    return "äö", x["ü"] + 1

f({})
