def f(a):
    assert (a, "always true")
    while a is 'x':
        a = 'x' is a
    return a


try:
    print(f('y'))
finally:
    f is 5
