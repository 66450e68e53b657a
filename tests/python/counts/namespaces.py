config = {"debug": [True]}
handlers = {}
def register(name):
    def deco(fn):
        handlers[name] = fn
        return fn
    return deco
@register("add")
def add(a, b):
    return [a, b]
@register("sub")
def sub(a, b):
    return (a, b)
def dispatch(name, *args):
    fn = handlers.get(name)
    if fn is None:
        raise LookupError(name)
    return fn(*args)
r = dispatch("add", 1.5, 2.5)
s = dispatch("sub", *r)
try:
    dispatch("mul")
except LookupError as e:
    err = repr(e)
def show():
    names = sorted(k for k in globals() if not k.startswith("_"))
    return names
n = show()
loc = (lambda a: locals())([1.5])
class Config:
    def __init__(self, **kw):
        self.__dict__.update(kw)
    def __getattr__(self, n):
        return None
c = Config(a=[1], b={"x": 1.5})
dd = c.__dict__
c.z = [3]
vv = vars(c)
m = c.missing
has = hasattr(c, "a"), getattr(c, "q", [5])
setattr(c, "w", dd)
del c.w
print(r, s, err, len(n), loc, has)
