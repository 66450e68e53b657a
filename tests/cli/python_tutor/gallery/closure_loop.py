def make_funcs():
    fs = []
    for i in range(3):
        def f():
            return i
        fs.append(f)
    return fs
for f in make_funcs():
    print(f())
def make2():
    return [lambda i=i: i for i in range(3)]
print([f() for f in make2()])
