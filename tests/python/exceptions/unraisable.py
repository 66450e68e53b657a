# Exceptions that nobody can catch are reported and forgotten.
class Finalizer:
    def __get__(self, instance, owner):
        self.instance = instance
        return self

    def __call__(self):
        print("del", self.instance.n)
        helper(self.instance.n)
        self.instance = None

    def __repr__(self):
        return "<the finalizer>"


class Noisy:
    def __init__(self, n):
        self.n = n

    __del__ = Finalizer()


def helper(n):
    return 1 // n


Noisy(2)
x = Noisy(1)
x = None
y = [Noisy(0)]
y.clear()
print("goes on")
