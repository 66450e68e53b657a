def f():
    try:
        return 'try'
    finally:
        print('cleanup')
print(f())
def g():
    try:
        raise ValueError('v')
    except ValueError:
        try:
            raise KeyError('k')
        except KeyError as e:
            print(repr(e.__context__))
            return 1
    finally:
        print('g fin')
print(g())
try:
    pass
except Exception:
    print('no')
else:
    print('else')
finally:
    print('fin')
try:
    try:
        1 / 0
    finally:
        print('inner')
except ZeroDivisionError:
    print('caught')
