# __del__ may bring an object back; it runs once only.
import gc

graveyard = []


class Phoenix:
    def __init__(self, name, *held):
        self.name, self.held = name, held

    def __del__(self):
        print("del", self.name, [h.name for h in self.held])
        graveyard.append(self)


class Mortal:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Phoenix("a", Mortal("m"))
del a
print(len(graveyard), graveyard[0].name)
graveyard.clear()
print("cleared")
b = Phoenix("b")
b.self = b
del b
print(gc.collect() > 0, [p.name for p in graveyard])
graveyard.clear()
print(gc.collect() > 0, len(graveyard))


class InList:
    def __del__(self):
        print("in list", kept)
        kept.append(1)


kept = [InList()]
kept[0] = 0
print(kept)


class Raises:
    def __del__(self):
        raise ValueError("ignored")


r = [Raises()]
r.clear()
print("went on")


class Makes:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("makes", self.n)
        if self.n:
            Makes(self.n - 1)


Makes(3)


class Rebinds:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        global current
        print("rebinds", self.name, current.name if current else None)


current = Rebinds("first")
current = Rebinds("second")
current = None


class Holder:
    def __init__(self, child):
        self.child = child

    def __del__(self):
        print("holder, child still there:", self.child.name)


h = Holder(Mortal("child"))
del h
h = Holder(Mortal("saved"))
saved = h.child
del h
print("saved", saved.name)
del saved


class Both:
    def __del__(self):
        print("both", sorted(self.__dict__))


x, y = Both(), Both()
x.other, y.other = y, x
x.tag = 1
del x, y
print("collected", gc.collect())
