def generator():
    try:
        yield 1
    except KeyError:
        yield 2
    yield 3


g = generator()
print(next(g))
print(g.throw(KeyError("handled")))
g.throw(ValueError("not handled"))
