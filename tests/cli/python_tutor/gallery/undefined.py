def f():
    return undefined_name
print('a')
f()
