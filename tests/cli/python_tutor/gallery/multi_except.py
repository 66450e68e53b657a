def risky(k):
    if k == 0: raise KeyError('zero')
    if k == 1: raise IndexError('one')
    if k == 2: return [][3]
    return int('x')
for k in range(4):
    try:
        risky(k)
    except (KeyError, IndexError) as e:
        print(type(e).__name__, e)
    except Exception as e:
        print('other', e)
