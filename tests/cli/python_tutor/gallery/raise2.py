class E1(Exception): pass
class E2(E1):
    def __str__(self):
        return 'e2 here'
def a():
    raise E2('x')
def b():
    try:
        a()
    except KeyError:
        pass
    finally:
        z = 1
def c():
    try:
        b()
    except E1 as e:
        print('c', e)
        raise
try:
    c()
except E2 as e:
    saved = e
    print(saved.args)
raise RuntimeError('final') from saved
