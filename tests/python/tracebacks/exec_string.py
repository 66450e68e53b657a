# Code from strings has no source lines.
code = """
def inner(n):
    return 1 / n

def outer():
    return inner(0) + 1
"""
space = {}
exec(code, space)
eval("space['outer']()")
