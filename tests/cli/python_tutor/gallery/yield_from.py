def inner(n):
    for i in range(n):
        yield i
    return n * 10

def outer():
    r = yield from inner(2)
    yield r
    yield from 'ab'

print(list(outer()))
