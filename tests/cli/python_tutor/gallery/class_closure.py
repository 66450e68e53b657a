def make_class(n):
    class Local:
        factor = n
        def times(self, x):
            return x * n
    return Local
A = make_class(2)
B = make_class(3)
print(A().times(5), B().times(5), A is B)
