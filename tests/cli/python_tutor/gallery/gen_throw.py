def gen():
    while True:
        try:
            x = yield 1
        except ValueError:
            print('caught')
            yield 2
g = gen()
next(g)
print(g.throw(ValueError))
next(g)
