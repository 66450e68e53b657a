import abc, gc, weakref, collections.abc as ca
class Ab(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
class V: pass
Ab.register(V)
print(issubclass(V, Ab), isinstance(V(), Ab), isinstance(3, Ab), isinstance([], ca.Iterable))
class It:
    def __iter__(self): return iter([])
print(isinstance(It(), ca.Iterable), isinstance(It(), ca.Sized))
w, v = weakref.ref(It), weakref.ref(V)
del It; gc.collect(); print(w()); del V; gc.collect(); print(v(), isinstance(3, Ab))
class W: pass
Ab.register(W); print(issubclass(W, Ab))
