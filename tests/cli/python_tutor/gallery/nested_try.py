def f():
    try:
        try:
            raise KeyError('inner')
        finally:
            print('inner finally')
    except KeyError as e:
        print('outer caught', e)
        raise ValueError('from outer') from None
try:
    f()
except ValueError as e:
    print(repr(e), e.__cause__, e.__suppress_context__)
