class S:
    __slots__ = ('a',)
class O: pass
s = S(); o = O(); n = 5
def say(f, name):
    try: f()
    except AttributeError as e: print(repr(e), getattr(e, 'name', None), getattr(e, 'obj', None) is not None)
say(lambda: setattr(s, 'zz', 1), 1)
say(lambda: delattr(s, 'zz'), 1)
say(lambda: delattr(o, 'zz'), 1)
say(lambda: delattr(s, 'a'), 1)
say(lambda: setattr(n, 'zz', 1), 1)
say(lambda: delattr(O, 'zz'), 1)
say(lambda: o.zz, 1)
