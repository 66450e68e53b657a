import builtins
for n in dir(builtins):
    t=getattr(builtins,n)
    if isinstance(t,type) and issubclass(t,BaseException) and t.__name__==n:
        print(n, [m in vars(t) for m in ('__init__','__new__','__str__')])
for t in (int, str, float, bool, list, dict, tuple, KeyError, ValueError, Exception, AttributeError, StopIteration):
    for k, v in sorted(vars(t).items()):
        if k != '__doc__':
            print(t.__name__, k, type(v).__name__, str(v).split(' at ')[0])
class Loud(list):
    def __getitem__(self, i): return 'loud', super().__getitem__(i)
print(Loud('ab')[0], list.__getitem__([5], 0), dict.__getitem__({1: 2}, 1), {}.__contains__(3), [1].__sizeof__())
class Keyed(dict):
    def __missing__(self, k): return k * 2
print(Keyed()[4], Keyed().__getitem__(5), dict.__contains__(Keyed(a=1), 'a'))
