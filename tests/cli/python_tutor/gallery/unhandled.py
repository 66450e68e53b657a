def f(a):
    b = a['x']
    return b
f({})
