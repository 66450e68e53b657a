class Ctx:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print('enter', self.name)
        return self
    def __exit__(self, et, ev, tb):
        print('exit', et.__name__ if et else None)
        return et is ValueError
with Ctx('a') as c, Ctx('b'):
    print('body')
with Ctx('x'):
    raise ValueError('bad')
with Ctx('y'):
    raise KeyError('k')
