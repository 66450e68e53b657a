class E:
    def __str__(self): return ''
class N:
    def __str__(self): return None
class B:
    def __str__(self): raise ValueError('no')
class A:
    def __str__(self): return '<A at home>'
e, n, b, a = E(), N(), B(), A()
x = 1
