# Endless recursion through every door: RecursionError with CPython's words, and all goes on after it.
# Where two ways of counting meet, the depth's parity says which of them sees the limit first.
import sys, copy, json, functools, operator
BY_DEPTH = {'d_iter', 'd_getattr', 'd_repr_list', 'd_index', 'd_sorted', 'd_format', 'd_for',
            'd_map', 'd_filter', 'd_reduce', 'd_comp', 'd_exec', 'd_eval', 'd_lru', 'd_getattr_call'}
def door(f):
    try:
        f()
        print(f.__name__, 'no error')
    except RecursionError as e:
        words = str(e)
        print(f.__name__, words[:32] if f.__name__ in BY_DEPTH else words)
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
class It:
    def __iter__(self): return iter(self)
class Get:
    def __getattr__(self, n): return getattr(self, n)
class GetA:
    def __getattribute__(self, n): return self.x
class Set:
    def __setattr__(self, n, v): self.x = v
class Rep:
    def __repr__(self): return repr(self)
class RepL:
    def __repr__(self): return f'{[self]}'
class Str:
    def __str__(self): return str(self)
class Eq:
    def __eq__(self, o): return self == o
class Lt:
    def __lt__(self, o): return self < o
class Hash:
    def __hash__(self): return hash(self)
class Len:
    def __len__(self): return len(self)
class Bool:
    def __bool__(self): return bool(self)
class Call:
    def __call__(self): return self()
class Add:
    def __add__(self, o): return self + o
class Radd:
    def __radd__(self, o): return o + self
class Neg:
    def __neg__(self): return -self
class Item:
    def __getitem__(self, i): return self[i]
class SetItem:
    def __setitem__(self, i, v): self[i] = v
class Cont:
    def __contains__(self, x): return x in self
class Idx:
    def __index__(self): return operator.index(self)
class Int:
    def __int__(self): return int(self)
class Fmt:
    def __format__(self, s): return format(self, s)
class Next:
    def __iter__(self): return self
    def __next__(self): return next(self)
class Enter:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
class New:
    def __new__(cls): return cls()
class Init:
    def __init__(self): type(self)()
class Prop:
    @property
    def p(self): return self.p
class Desc:
    def __get__(self, o, t): return o.d
class HasD: d = Desc()
class Meta(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
    def __subclasscheck__(cls, o): return issubclass(o, cls)
class M(metaclass=Meta): pass
class Rev:
    def __reversed__(self): return reversed(self)
class Dir:
    def __dir__(self): return dir(self)
class Copy:
    def __deepcopy__(self, memo): return copy.deepcopy(self, memo)
def d_iter(): list(It())
def d_getattr(): Get().foo
def d_getattribute(): GetA().foo
def d_setattr(): Set().y = 1
def d_repr(): repr(Rep())
def d_repr_list(): repr(RepL())
def d_str(): str(Str())
def d_print(): print(Str())
def d_eq(): Eq() == Eq()
def d_eq_list(): [Eq()] == [Eq()]
def d_in(): Eq() in [Eq()]
def d_index(): [Eq()].index(Eq())
def d_lt(): Lt() < Lt()
def d_sorted(): sorted([Lt(), Lt()])
def d_max(): max(Lt(), Lt(), key=lambda x: x)
def d_hash(): hash(Hash())
def d_dict(): {Hash(): 1}
def d_len(): len(Len())
def d_bool(): bool(Bool())
def d_if():
    if Bool(): pass
def d_call(): Call()()
def d_add(): Add() + 1
def d_radd(): 1 + Radd()
def d_sum(): sum([Radd()])
def d_neg(): -Neg()
def d_item(): Item()[0]
def d_setitem(): SetItem()[0] = 1
def d_contains(): 1 in Cont()
def d_operator(): operator.index(Idx())
def d_range(): range(Idx())
def d_slice(): [1][Idx():]
def d_int(): int(Int())
def d_format(): f'{Fmt()}'
def d_format2(): '{}'.format(Fmt())
def d_next(): next(Next())
def d_for():
    for x in Next(): pass
def d_with():
    with Enter(): pass
def d_new(): New()
def d_init(): Init()
def d_prop(): Prop().p
def d_desc(): HasD().d
def d_isinstance(): isinstance(1, M)
def d_issubclass(): issubclass(int, M)
def d_reversed(): reversed(Rev())
def d_dir(): dir(Dir())
def d_deepcopy(): copy.deepcopy(Copy())
def nested(n=100000):
    x = []
    for i in range(n): x = [x]
    return x
N = nested()
T = ()
for i in range(100000): T = (T,)
D = {}
for i in range(100000): D = {1: D}
N2 = nested()
def d_nested_repr(): repr(N)
def d_nested_tuple(): repr(T)
def d_nested_dict(): str(D)
def d_nested_eq(): N == N2
H = ()
for i in range(2000): H = (H,)
def d_nested_hash(): hash(H)     # CPython does not count how deep it is, and neither do we
def d_nested_lt(): N < N2
def d_nested_deepcopy(): copy.deepcopy(N)
def d_json(): json.dumps(N)
def d_json_loads(): json.loads('[' * 100000)
def d_key():
    def key(x): return sorted([x], key=key)
    sorted([1], key=key)
def d_map():
    def f(x): return list(map(f, [x]))
    f(1)
def d_filter():
    def f(x): return list(filter(f, [x]))
    f(1)
def d_reduce():
    def f(a, b): return functools.reduce(f, [a, b])
    f(1, 2)
def d_lambda():
    f = lambda: f()
    f()
def d_comp():
    def f(): return [f() for _ in range(1)]
    f()
def d_genexp():
    def f(): return sum(f() for _ in range(1))
    f()
def d_gen():
    def g(): yield from g()
    list(g())
def d_exec():
    s = 'exec(s)'
    exec(s, {'s': s})
def d_eval():
    s = 'eval(s)'
    eval(s, {'s': s})
def d_decor():
    @functools.wraps(d_key)
    def f(*a, **k): return f(*a, **k)
    f(1, x=2)
def d_lru():
    @functools.lru_cache
    def f(n): return f(n + 1)
    f(0)
def d_partial():
    def f(): return functools.partial(f)()
    f()
def d_getattr_call():
    class A:
        def m(self): return getattr(self, 'm')()
    A().m()
def d_super():
    class A:
        def m(self): return super(B, B()).m()
    class B(A): pass
    A().m()
def d_mutual():
    def a(): b()
    def b(): a()
    a()
def d_except():
    def f():
        try: f()
        except RecursionError: raise
    f()
def d_star():
    def f(*a): f(*a, 1)
    f()
for name, f in list(globals().items()):
    if name.startswith('d_'):
        door(f)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900), sys.getrecursionlimit())
sys.setrecursionlimit(200)
try: depth(300)
except RecursionError as e: print(e)
print(depth(150))
sys.setrecursionlimit(5000)
print(depth(4000))
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
