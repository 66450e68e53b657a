# temperature table
def c_to_f(c):
    return c * 9 / 5 + 32

for c in range(0, 40, 10):
    print(c, "C =", c_to_f(c), "F")
temps = [c_to_f(t) for t in (1.5, 22.25, -40)]
hot = max(temps)
