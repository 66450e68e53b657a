def f(x):
    try:
        return 10 / x
    except ZeroDivisionError as e:
        print('zero', e)
        raise ValueError('bad') from e
    finally:
        print('fin')
try:
    f(0)
except ValueError as e:
    print(type(e), e.__cause__)
print(f(2))
def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
        finally:
            print('f', i)
    else:
        print('else')
    return 'g'
print(g())
class MyErr(Exception):
    def __init__(self, code):
        super().__init__('code %d' % code)
        self.code = code
try:
    raise MyErr(3)
except (KeyError, MyErr) as e:
    print(e.code, e)
    err = e
int('x')
