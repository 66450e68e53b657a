class Shape:
    colour = 1
    _hidden = 2

    def __init__(self):
        self.width = 3
        self.height = 4

    def area(self):
        return self.widht * self.height


class Listed:
    def __dir__(self):
        return ["first", "second", "third"]


class Broken:
    def __dir__(self):
        raise ValueError("no list")


class Odd:
    def __dir__(self):
        return [1, "first"]


class Slots:
    __slots__ = ("left", "right")


class Mine(AttributeError):
    pass


def mine():
    raise Mine("mine", name="appendd", obj=[])


def by_hand():
    raise AttributeError("by hand", name="appendd", obj=[])


def without_object():
    raise AttributeError("by hand", name="appendd")


import sys
shape = Shape()
failures = [
    lambda: shape.area(), lambda: shape.Width, lambda: shape.heigth, lambda: shape.color, lambda: Shape.colours,
    lambda: shape.hidden, lambda: shape.zzz, lambda: [].appendd, lambda: "".uper(), lambda: {}.itemz,
    lambda: (1).rael, lambda: Listed().fist, lambda: Broken().fist, lambda: Odd().fist, lambda: Slots().lefft,
]
more = [
    lambda: sys.maxsiz, lambda: mine(), lambda: by_hand(), lambda: without_object(), lambda: [].APPEND, lambda: [].x,
    lambda: None.foo, lambda: shape.widthwidthwidthwidthwidthwidthwidthwidthwidthwidth, lambda: (lambda: 1).__nam__,
    lambda: [].sort.__nam__, lambda: setattr(shape, "widht", 1), lambda: shape.area.__fnc__,
]


def collect(some):
    found = []
    for function in some:
        try:
            function()
        except AttributeError as e:
            found.append(e)
    return found


try:
    raise ExceptionGroup("some", collect(failures))
except ExceptionGroup:
    raise ExceptionGroup("more", collect(more))
