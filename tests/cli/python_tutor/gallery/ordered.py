from collections import OrderedDict, ChainMap
o = OrderedDict(a=1, b=2)
o['c'] = 3
o.popitem(last=False)
cm = ChainMap({'x': 1}, {'x': 2, 'y': 3})
print(o, cm['y'])
