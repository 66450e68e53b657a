# What is written when __del__ raises, up to the time when the modules are gone.
class A:
    def __init__(self, n): self.n = n
    def __del__(self):
        raise ValueError(f"in del {self.n}")
a = A(1)
del a
print("after")
def f():
    x = A(2)
    return 3
print(f())
l = [A(3), A(4)]
l.clear()
print("end")
b = A(5)
