def log(f):
    def wrapper(*args, **kwargs):
        print('call', f.__name__, args, kwargs)
        r = f(*args, **kwargs)
        print('done', r)
        return r
    return wrapper
@log
def add(a, b=2):
    return a + b
add(1)
add(1, b=5)
def repeat(n):
    def deco(f):
        def wrapper(*a):
            for _ in range(n):
                f(*a)
        return wrapper
    return deco
@repeat(2)
def hi(name):
    print('hi', name)
hi('bob')
