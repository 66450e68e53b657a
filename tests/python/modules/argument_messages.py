# Functions and methods made from their parts, and the messages of library functions with the wrong arguments.
import types, re, enum, random, heapq, bisect, itertools, operator, textwrap
def outer(a):
    def f(x, y=2): return a + x + y
    return f
f = outer(1)
g = types.FunctionType(f.__code__, globals(), 'g', (5,), f.__closure__)
print(g(1), g.__name__, g.__qualname__, g.__defaults__)
h = types.FunctionType((lambda: zz).__code__, {'zz': 3}); print(h(), h.__module__ , h.__name__)
for args in [(), (1,), (f.__code__,), (f.__code__, 1), (f.__code__, {}), (f.__code__, {}, 1), (f.__code__, {}, None, 1), (f.__code__, {}, None, None, ()), (f.__code__, {}, None, None, (1,)), (f.__code__, {}, None, None, (1, 2)), (h.__code__, {}, None, None, 5), (h.__code__, {}, None, None, (1,))]:
    try: print(types.FunctionType(*args))
    except Exception as e: print(type(e).__name__, e)
for a in [(None, 1), (len, None), (len, 3)]:
    try: print(types.MethodType(*a))
    except Exception as e: print(type(e).__name__, e)
print(types.MethodType(lambda s: s * 2, 4)())
class E(enum.Enum): pass
for c in (E, enum.Flag, enum.Enum):
    try: print(repr(c(0)))
    except Exception as e: print(type(e).__name__, e)
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
t(random.uniform); t(random.Random().betavariate, 1); t(heapq.heappush, None, 1); t(heapq.heapify, None); t(bisect.bisect, {}, 1); t(bisect.bisect, {1: 2}, 1)
t(itertools.combinations, None, None); t(itertools.permutations, None, 2.5); t(itertools.combinations, 5, -1); t(itertools.permutations, 'ab', 2.5); t(itertools.combinations, 'ab', -1)
t(operator.countOf, None, 1); t(operator.indexOf, 3, 1); t(textwrap.dedent, None); t(re.compile, None, None); t(re.match, 'a', 'b', 'c'); t(re.compile, 'a', 2.5)
print(list(itertools.permutations('abc', None))[:2], list(itertools.combinations('abc', 2)))
t(lambda: list(itertools.takewhile(None, [1]))); t(lambda: list(itertools.dropwhile(None, [1]))); t(lambda: list(itertools.filterfalse(None, [1, 0])))
t(enum.EnumMeta); 
