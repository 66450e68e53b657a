class Positive:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, objtype=None):
        if obj is None: return self
        return getattr(obj, self.name)
    def __set__(self, obj, value):
        if value <= 0: raise ValueError(self.name + ' must be positive')
        setattr(obj, self.name, value)
class Item:
    price = Positive()
    qty = Positive()
    def __init__(self, p, q):
        self.price = p
        self.qty = q
i = Item(5, 2)
print(i.price * i.qty)
try: i.qty = 0
except ValueError as e: print(e)
