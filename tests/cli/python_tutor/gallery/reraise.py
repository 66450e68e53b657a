try:
    try:
        {}['a']
    except KeyError:
        print('log')
        raise
except LookupError as e:
    print('outer', e.args)
raise Exception
