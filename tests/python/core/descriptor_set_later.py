# The same with __set__ that comes and goes.
class Desc:
    def __get__(self, o, t): return 'get'
class C:
    x = Desc()
def f(o): return o.x
o = C()
for i in range(50): f(o)
o.x = 5
print(f(o))
Desc.__set__ = lambda *a: print('set')
print(f(o)); o.x = 6; print(f(o), o.__dict__)
del Desc.__set__
print(f(o)); o.x = 6; print(f(o), o.__dict__)
