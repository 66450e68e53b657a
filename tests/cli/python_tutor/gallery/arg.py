def apply(f, x):
    return f(x)
def sq(x):
    return x * x
print(apply(sq, 3), apply(lambda v: v + 1, 3))
def summation(n, term):
    total, k = 0, 1
    while k <= n:
        total, k = total + term(k), k + 1
    return total
def cube(k):
    return k ** 3
print(summation(3, cube))
def improve(update, close, guess=1):
    while not close(guess):
        guess = update(guess)
    return guess
def newton(a):
    def up(x):
        return (x + a / x) / 2
    def close(x):
        return abs(x * x - a) < 0.01
    return improve(up, close)
print(round(newton(2), 3))
