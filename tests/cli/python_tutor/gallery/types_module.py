import types
f = lambda: 0
def g(): yield
ns = types.SimpleNamespace(a=1)
ns.b = [2]
print(isinstance(f, types.FunctionType), isinstance(g(), types.GeneratorType), ns)
m = types.MappingProxyType({'k': 1})
