def make(n):
    class Local:
        val = n
        def get(self):
            return self.val + n
    return Local
A = make(1)
B = make(2)
print(A().get(), B().get())
class Outer:
    class Inner:
        def hi(self):
            return 'hi'
    def mk(self):
        return self.Inner()
print(Outer().mk().hi())
