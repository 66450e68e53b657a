def div(a, b):
    try:
        r = a / b
    except ZeroDivisionError as e:
        print('error:', e)
        return None
    except TypeError:
        return 'type'
    else:
        print('ok')
        return r
    finally:
        print('done')
print(div(1, 2), div(1, 0), div('a', 1))
