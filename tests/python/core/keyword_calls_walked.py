# Calls by keyword that script_check travel leaves between KW_NAMES and CALL; those of methods on lines of their own.
def f(*args, **keywords):
    return args, keywords


class A:
    def __init__(self, **keywords):
        self.keywords = keywords

    def m(self, *args, **keywords):
        print(args, keywords, self.keywords)
        return self


print(f(1, x=2), f(x=1, y=2), dict(a=1, b=2), sep="; ")
a = A(q=3)
(a
 .m(1,
    x=2)
 .m(y=3,
    z=f(w=4)))


def g():
    yield f(1, x=(yield f(y=1)))


it = g()
print(next(it), it.send(5))
try:
    int("1", bass=2)
except TypeError as e:
    print(e)
