def make_adder(n):
    def add(x):
        return x + n
    return add
add3 = make_adder(3)
add4 = make_adder(4)
print(add3(10), add4(10))
fs = []
def collect():
    for i in range(3):
        def f():
            return i
        fs.append(f)
    return fs
print([g() for g in collect()])
