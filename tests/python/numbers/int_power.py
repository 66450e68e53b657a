# Powers: large, negative, modular, with every sign.
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


total = 0
for base in range(-12, 13):
    for exponent in range(0, 60, 7):
        total = (total * 31 + base ** exponent) % (10**40 + 7)
        for modulus in (1, -1, 7, -7, 97, 2**64 + 13, -(2**70 + 25), 10**30):
            total = (total * 31 + pow(base, exponent, modulus)) % (10**40 + 7)
print(total)
print(7 ** 300)
print((-3) ** 201)
print(pow(3, 10**50, 10**40 + 121), pow(2**200, 2**100, 3**150), pow(0, 0, 5), pow(0, 0, 1), pow(5, 0, -3))
for modulus in (5, 7, 11, 2**61 - 1, 2**127 - 1, -11, -(2**89 - 1)):
    for base in (2, 3, -4, 13**9):
        inverse = pow(base, -1, modulus)
        assert base * inverse % modulus == 1 % modulus
        print(inverse, pow(base, -3, modulus))
show(lambda: pow(6, -1, 9))
show(lambda: pow(0, -1, 9))
show(lambda: pow(4, -1, 1))
show(lambda: pow(2, 5, 0))
show(lambda: 2 ** -3)
show(lambda: (-2) ** -3)
show(lambda: 0 ** -1)
show(lambda: 10 ** 400 ** -1)
show(lambda: (10 ** 400) ** -1)
show(lambda: 2 ** 0.5)
show(lambda: True ** 5)
show(lambda: len(str(3 ** 9000)))
