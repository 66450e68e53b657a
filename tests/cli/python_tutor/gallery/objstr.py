class A:
    def __str__(self):
        return '<A at home>'
class B:
    def __str__(self):
        return ''
class C:
    def __str__(self):
        raise ValueError('x')
class D:
    __str__ = None
class E:
    def __str__(self):
        return 5
a, b, c, d, e = A(), B(), C(), D(), E()
o = object()
x = [a, b, c, d, e, o]
s = slice(1, 2)
n = NotImplemented
el = ...
by = bytearray(b'ab')
fz = frozenset({1})
tp = type(a)
ex = ValueError('bad', 1)
mv = {}.keys()
