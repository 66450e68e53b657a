# the format mini-language on str.
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (format('a','d')))
show(lambda: (format('a','=5')))
show(lambda: (format('a','+')))
show(lambda: (format('a',' ')))
show(lambda: (format('a','#')))
show(lambda: (format('a','z')))
show(lambda: (format('a',',')))
show(lambda: (format('a','05')))
show(lambda: (format('abc','.2')))
show(lambda: (format('abc','_s')))
show(lambda: ('{:10.3s}|{:^9}|{:é^9}|{:>3}|{:<10}|{:.0}'.format('abcdef','mid','mid','toolong','x','abc')))
