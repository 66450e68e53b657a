"""Exit stacks, copies, ordered dicts, User classes, match kinds and what stands in for a class."""
import contextlib, collections, collections.abc, enum, dataclasses, copy, copyreg, functools, types, typing, abc, sys
def t(f, *a, **k):
    try: print(repr(f(*a, **k))[:300])
    except BaseException as e: print(type(e).__name__, e)
# property
class P(property):
    "sub doc"
class A:
    @P
    def x(self): "x doc"
    @property
    def y(self): "y doc"
    z = property(doc='z')
    @y.setter
    def y(self, v): "ysetter"
class B(A):
    @A.y.getter
    def y(self): "new y"
print(A.x.__doc__, A.y.__doc__, B.y.__doc__, A.z.__doc__, P.__doc__)
class PS(property): __slots__ = ()
t(lambda: PS(lambda s: 1).__doc__)
t(lambda: A().z); t(lambda: setattr(A(), 'x', 1)); t(lambda: delattr(A(), 'x'));
# isinstance odd
class AbstractClass:
    def __init__(self, bases): self.bases = bases
    def getbases(self): return self.bases
    __bases__ = property(getbases)
    def __call__(self): return AbstractInstance(self)
class AbstractInstance:
    def __init__(self, klass): self.klass = klass
    def getclass(self): return self.klass
    __class__ = property(getclass)
AS = AbstractClass(()); AC = AbstractClass((AS,))
t(lambda: isinstance(AC(), AC)); t(lambda: isinstance(AC(), AS)); t(lambda: issubclass(AC, AS)); t(lambda: issubclass(AS, AC)); t(isinstance, 1, 1); t(issubclass, 1, int); t(issubclass, int, 1); t(isinstance, 1, (int, 5)); t(isinstance, 1, ('a', int)); t(isinstance, 1, list[int]); t(isinstance, 1, int | str); t(issubclass, int, int | None); t(isinstance, 1, int | list[int]); t(isinstance, None, int | None)
# super
class S:
    def f(self): return super().__class__
    def g(self): return super().__thisclass__, super().__self_class__
    def h(): return super()
    def k(self):
        def i(): return super().__repr__()
        return i()
print(S().f(), S().g()); t(S.h); t(S().k)
t(super); t(super, int, 'a'); t(super, 1, 2); print(super(S), super(S, S()).__doc__ is None)
# exit stack
def chain(e):
    out = []
    while e is not None: out.append(repr(e)); e = e.__context__
    return out
with contextlib.suppress(Exception):
    pass
class Ctx:
    def __init__(s, n): s.n = n
    def __enter__(s): return s
    def __exit__(s, *a): raise s.n
try:
    with contextlib.ExitStack() as st:
        st.enter_context(Ctx(IndexError(1))); st.enter_context(Ctx(KeyError(2))); st.enter_context(Ctx(AttributeError(3)))
        1/0
except IndexError as e: print(chain(e))
try:
    with contextlib.ExitStack() as st:
        st.callback(lambda: {}['x']); st.push(lambda *a: True); st.callback(lambda: 1/0)
except Exception as e: print(chain(e))
st = contextlib.ExitStack(); print(st.callback(print, 'a', end='b\n')); s2 = st.pop_all(); st.close(); s2.close()
t(lambda: contextlib.ExitStack().enter_context(5)); t(lambda: contextlib.ExitStack().push(5))
class NoExit:
    def __enter__(s): return s
t(lambda: contextlib.ExitStack().enter_context(NoExit()))
t(isinstance, Ctx(1), contextlib.AbstractContextManager)
class CM(contextlib.AbstractContextManager): pass
t(CM)
@contextlib.contextmanager
def cm():
    "doc"
    yield 1
c = cm()
with c: pass
t(c.__enter__); print(cm.__doc__, cm.__name__)
@contextlib.contextmanager
def nothing():
    if 0: yield
t(nothing().__enter__)
@contextlib.contextmanager
def twice():
    yield 1; yield 2
def use():
    with twice(): pass
t(use)
@contextlib.contextmanager
def swallow():
    try: yield
    except ValueError as e: raise KeyError from e
def use2():
    with swallow(): raise ValueError(1)
t(use2)
def use3():
    with swallow(): raise StopIteration('x')
t(use3)
@cm()
def decorated(a): return a
print(decorated(5))
class Deco(contextlib.ContextDecorator):
    def __enter__(s): print('in'); return s
    def __exit__(s, *e): print('out', e[0]); return True
@Deco()
def f(): raise ValueError
print(f())
with contextlib.closing(type('C', (), {'close': lambda s: print('closed')})()) as q: pass
with contextlib.nullcontext(4) as n: print(n)
import io
with contextlib.redirect_stdout(io.StringIO()) as o: print('hid')
print(repr(o.getvalue()))
with contextlib.suppress(KeyError, IndexError): [][0]
# match registration
class Seq:
    def __len__(s): return 1
    def __getitem__(s, i):
        if i: raise IndexError
        return 5
def m(x):
    match x:
        case [a]: return 'seq', a
        case {}: return 'map'
    return None
print(m(Seq())); collections.abc.Sequence.register(Seq); print(m(Seq()))
class Mp(collections.abc.Mapping):
    def __getitem__(s, k): return 1
    def __iter__(s): return iter('a')
    def __len__(s): return 1
print(m(Mp()))
class Both(collections.UserDict, Seq): pass
class Both2(Seq, collections.UserDict): pass
print(m(Both({1: 1})), m(Both2({0: 1})))
print(m(collections.deque([1])), m(range(1)), m(memoryview(b'a')), m('a'), m(b'a'), m(collections.UserList([1])), m(types.MappingProxyType({})), m(collections.UserString('a')))
class Late(collections.abc.MutableSequence):
    def __getitem__(s, i): return [9][i]
    def __len__(s): return 1
    def __setitem__(s, i, v): pass
    def __delitem__(s, i): pass
    def insert(s, i, v): pass
print(m(Late()))
# copy
class BA(bytearray): pass
b = BA(b'x'); b.x = 5; c = copy.copy(b); print(type(c), c.x, c); d = copy.deepcopy(b); print(d.x)
for cls in (list, dict, set, tuple, int, str, float, frozenset, collections.OrderedDict, collections.Counter):
    K = type('K', (cls,), {}); k = K(); k.attr = [1]; c = copy.copy(k); d = copy.deepcopy(k)
    print(cls.__name__, type(c) is K, getattr(c, 'attr', 0) is k.attr, getattr(d, 'attr', 0))
import weakref
o = S(); w = weakref.ref(o); print(copy.copy(w) is w, copy.deepcopy(w) is w)
t(copy.copy, sys); t(copy.deepcopy, (x for x in [])); 
class Red:
    def __reduce__(self): return 'text'
    def __reduce_ex__(self, p): return 3
class Pt:
    def __init__(s, v): s.v = v
copyreg.pickle(Pt, lambda p: (Pt, (p.v * 2,))); print(copy.copy(Pt(2)).v)
class NC:
    def __copy__(s): return 'copied'
    def __deepcopy__(s, memo): return 'deep'
print(copy.copy(NC()), copy.deepcopy([NC()]))
# ordered dict
od = collections.OrderedDict(a=1, b=2)
print(od.keys(), od.items(), od.values(), repr(od), od.pop('a', default=3) if 0 else '')
t(od.pop, 'zz'); t(od.pop, 'q', 3); t(od.pop, key='a'); t(od.setdefault, 'c', default=5); t(od.setdefault, key='d'); t(od.move_to_end, 'zz'); t(od.move_to_end, 'b', last=False); print(od, list(reversed(od)), od == dict(od), od == collections.OrderedDict(reversed(od.items())), od | {'q': 1}, {'q': 1} | od, od.popitem(last=False))
t(collections.OrderedDict().popitem); t(collections.OrderedDict.fromkeys, 'ab', 0); od2 = collections.OrderedDict(); od2['self'] = od2; print(od2)
# user string & list
U = collections.UserString('hello world')
for name, args in [('count', ('o', 5)), ('index', ('o', 5)), ('find', ('zz',)), ('encode', ()), ('encode', (None, None)), ('__rmod__', ('%s',)), ('center', (20, '*')), ('split', ()), ('join', (['a', 'b'],)), ('upper', ()), ('__mul__', (2,)), ('__add__', ('x',)), ('__radd__', ('x',)), ('startswith', ('he',)), ('partition', (' ',)), ('title', ()), ('zfill', (15,)), ('__getitem__', (1,)), ('__contains__', ('lo',)), ('isalpha', ()), ('translate', ({104: 'J'},)), ('removeprefix', ('he',)), ('casefold', ()), ('format', ()), ('format_map', ({},)), ('rsplit', ('o', 1)), ('expandtabs', ()), ('splitlines', ()), ('replace', ('l', 'L', 1)), ('rindex', ('zz',))]:
    t(getattr(U, name), *args)
print(U == 'hello world', hash(U) == hash('hello world'), U < 'i', repr(U), int(collections.UserString('5')), '%s' % U, U % () if 0 else '', type(U + 'a'), [U] == ['hello world'])
UL = collections.UserList([1, 2]); print(UL.copy(), UL.copy() is UL, copy.copy(UL), UL + [3], [0] + UL, UL * 2, 2 * UL, UL == [1, 2], UL[0:1], type(UL[0:1]), UL.index(2), UL.pop(), sorted(UL), UL)
UD = collections.UserDict(a=1); print(UD | {'b': 2}, {'b': 2} | UD, UD, copy.copy(UD), UD.get('z'), 'a' in UD); t(lambda: UD['zz'])
print(collections.ChainMap({'a': 1}, {'b': 2}), collections.ChainMap({'a': 1}) | {'c': 1}, collections.ChainMap({}, {'a': 3}).new_child({'z': 1})['a'], collections.ChainMap({}).parents); t(lambda: collections.ChainMap()['x']); t(collections.ChainMap().pop, 'x'); t(collections.ChainMap().popitem)


# how objects are taken apart
class Plain:
    def __init__(self):
        self.x = 1


class Numbers(list):
    pass


plain, numbers = Plain(), Numbers([1, 2])
numbers.q = 5
print(dir(plain), dir(object), plain.__reduce__()[1:], plain.__reduce_ex__(4)[1:3], numbers.__reduce__()[1:])
make, args, state = plain.__reduce__()
again = make(*args)
again.__dict__.update(state)
print(type(again), again.x, object().__reduce__()[1:], len(numbers.__reduce_ex__(2)))
for value in (1, 'a', None, {}, (), 1.5):
    t(value.__reduce__)
