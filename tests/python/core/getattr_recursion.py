class Proxy:
    def __getattr__(self, name):
        return self.target


class Base:
    def __getattribute__(self, name):
        return self.target


class Fallback(Proxy):
    """An attribute that is there needs no __getattr__."""
    known = 'class attribute'

    def __init__(self):
        self.own = 'instance attribute'

    def __getattr__(self, name):
        return f'no {name}'


for cls in Proxy, Base:
    try:
        cls().target
    except RecursionError as error:
        print(cls.__name__, error)
fallback = Fallback()
print(fallback.own, fallback.known, fallback.other, fallback.__class__.__name__)
