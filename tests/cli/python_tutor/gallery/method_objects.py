class A:
    def f(self):
        return self
    g = f
a = A()
m = a.f
n = a.f
print(m() is a, m == n)
d = {'m': m, 'f': A.f}
def run(cb):
    return cb()
run(m)
run(a.g)
l = [a.f for _ in range(2)]
class B:
    def __init__(self):
        self.cb = self.hello
    def hello(self):
        return 'hello'
b = B()
b.cb()
