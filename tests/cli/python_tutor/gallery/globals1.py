x = 1
def f():
    global x, y
    x = x + 1
    y = 'new'
    return x
f()
print(x, y)
def g():
    x = 5
    def h():
        global x
        x = 100
    h()
    return x
print(g(), x)
del y
y = 3
