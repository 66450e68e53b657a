class Plugin:
    reg = {}
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.reg[tag or cls.__name__] = cls
class A(Plugin, tag='first'): pass
class B(Plugin): pass
print(sorted(Plugin.reg))
