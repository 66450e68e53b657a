def make_counter(start=0, *, step=1):
    count = start
    def counter():
        nonlocal count
        count += step
        return count
    def reset():
        nonlocal count
        count = start
    return counter, reset

c1, r1 = make_counter()
c2, r2 = make_counter(10, step=5)
print(c1(), c1(), c2())
r1()
print(c1(), c2())
