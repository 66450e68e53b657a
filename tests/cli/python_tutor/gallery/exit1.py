import sys
def f(n):
    if n == 2:
        sys.exit(3)
    return n
for i in range(4):
    print(f(i))
