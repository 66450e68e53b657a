def trace(f):
    depth = 0
    def w(*a, **k):
        nonlocal depth
        print("  " * depth + f"{f.__name__}{a}"); depth += 1
        try: r = f(*a, **k)
        finally: depth -= 1
        print("  " * depth + f"= {r}"); return r
    w.__name__ = f.__name__
    return w
@trace
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(3)
def memo(f):
    cache = {}
    def w(*a):
        if a not in cache: w.misses += 1; cache[a] = f(*a)
        return cache[a]
    w.misses = 0; w.cache = cache
    return w
@memo
def slow(a, b): return a ** b
slow(2, 10); slow(2, 10); slow(3, 3); print(slow.misses, slow.cache)
def repeat(n):
    def d(f):
        def w(*a): return [f(*a) for _ in range(n)]
        return w
    return d
@repeat(3)
def hi(n): return "hi " + n
print(hi("x"))
class CountCalls:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
@CountCalls
def sq(x): return x * x
print([sq(i) for i in range(4)], sq.n)
def validate(**types):
    def d(f):
        def w(**k):
            for n, t in types.items():
                if not isinstance(k.get(n), t): raise TypeError(f"{n} must be {t.__name__}, got {type(k.get(n)).__name__}")
            return f(**k)
        return w
    return d
@validate(age=int, name=str)
def person(name, age): return f"{name} ({age})"
print(person(name="Al", age=3))
try: person(name="Al", age="3")
except TypeError as e: print(e)
registry = {}
def register(name): return lambda f: registry.setdefault(name, f)
@register("add")
def _(a, b): return a + b
@register("mul")
def _(a, b): return a * b
print({k: f(3, 4) for k, f in registry.items()})
def singleton(cls):
    inst = {}
    def get(*a, **k):
        if cls not in inst: inst[cls] = cls(*a, **k)
        return inst[cls]
    return get
@singleton
class Config:
    def __init__(self, v): self.v = v
print(Config(1) is Config(2), Config(3).v)
compose = lambda *fs: lambda x: compose(*fs[1:])(fs[0](x)) if fs else x
print(compose(lambda x: x + 1, lambda x: x * 2, str)(3)); curry = lambda f: lambda a: lambda b: f(a, b); print(curry(pow)(2)(5))
def bank(balance):
    def op(x): nonlocal balance; balance += x; return balance
    return op
acc = bank(10); acc(5); print(acc(-3), acc.__closure__[0].cell_contents, acc.__code__.co_freevars)
