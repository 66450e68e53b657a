def counter():
    count = 0
    def inc():
        nonlocal count
        count += 1
        return count
    def dec():
        nonlocal count
        count -= 1
        return count
    return inc, dec
i1, d1 = counter()
i2, d2 = counter()
i1(); i1(); d1(); i2()
print(i1(), i2())
