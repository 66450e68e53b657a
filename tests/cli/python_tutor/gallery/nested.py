def outer():
    x = 1
    def middle():
        y = 2
        def inner():
            z = x + y
            return z
        return inner
    return middle
m = outer()
i = m()
print(i())
