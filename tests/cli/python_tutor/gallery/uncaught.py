def a(n):
    return b(n - 1)
def b(n):
    if n == 0:
        return 1 / n
    return a(n - 1)
print("start")
a(3)
print("never")
