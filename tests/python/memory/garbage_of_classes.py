import gc
import types, collections, functools, enum, dataclasses, abc
def T(n):
    print(n, gc.collect())
gc.collect()
m = types.ModuleType('m'); m.m = m; del m; T('module')
q = collections.deque(); q.append(q); del q; T('deque')
dd = collections.defaultdict(lambda: dd); dd[1]; del dd; T('dd')
class Co(enum.Enum): R = 1; G = 2
T('enum'); del Co; T('enum del')
class Co(enum.Flag): R = 1; G = 2
T('flag'); del Co; T('flag del')
class Co(enum.IntEnum): R = 1; G = 2
T('ienum'); del Co; T('ienum del')
@dataclasses.dataclass
class DC: x: int = 0
T('dc'); del DC; T('dc del')
@dataclasses.dataclass(frozen=True)
class DC: x: int = 0; y: list = dataclasses.field(default_factory=list)
T('dcf'); del DC; T('dcf del')
class Ab(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
T('abc'); del Ab; T('abc del')
nt = collections.namedtuple('T', 'a b'); T('nt'); x = nt(1, 2); x = x._replace(a=3); x._asdict(); del x; T('x'); del nt; T('nt del')
@functools.lru_cache
def f(x): return [x]
f(1); T('lru'); del f; T('lru del')
@functools.wraps(T)
def g(): pass
T('wraps'); del g; T('del')
class M(type): pass
class N(metaclass=M): pass
T('meta'); del N; T('n'); del M; T('m')
class N:
    __slots__ = 'a', 'b', '__dict__', '__weakref__'
T('slots'); del N; T('slots del')
class N:
    class I: pass
T('nest'); del N; T('nest del')
class B1: pass
class B2(B1): pass
class B3(B2, list): pass
T('b'); del B1; T('b1'); del B2; T('b2'); del B3; T('b3')
import typing
gc.collect()
class P(typing.NamedTuple): x: int
T('tnt'); del P; T('tnt del')
class Pr(typing.Protocol):
    def f(self): ...
T('proto'); del Pr; T('proto del')
import contextlib
gc.collect()
@contextlib.contextmanager
def cm(): yield 1
with cm(): pass
T('cm'); del cm; T('del cm')
cp = functools.cached_property(lambda s: 1)
class Z: v = functools.cached_property(lambda s: 1)
z = Z(); z.v; del z; T('cp'); del Z; T('cp del')
exec('def q(): return q\nclass W: pass', {}); T('exec')
exec('x = 1', {}); eval('1', {}); T('e')
def rec():
    def a(): return b()
    def b(): return a()
rec(); T('rec')
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
list(It()); del It; T('It')
try:
    try: 1/0
    except ZeroDivisionError as e: raise KeyError from e
except KeyError as e: pass
T('chain')
def deep(n):
    if n: deep(n-1)
    else: raise ValueError
try: deep(5)
except ValueError as e: s = e
s.tb = s.__traceback__; del s; T('deep')
async def co(): pass
c = co(); c.close(); del c; T('co')
import weakref
gc.collect()
class K: pass
k = K(); w = weakref.WeakValueDictionary(); w[1] = k; w.w = w; del w; T('wvd'); w = weakref.WeakKeyDictionary(); w[k] = w; del w; T('wkd'); w = weakref.WeakSet(); w.add(k); del w; T('ws'); weakref.finalize(k, print).detach(); T('fin'); k.p = weakref.proxy(k); del k; T('p')
import copy, re, random, io, string
gc.collect()
l = []; l.append(l); copy.deepcopy(l); T('deepcopy'); del l; T('l')
r = re.compile('(a)'); r.match('a'); T('re'); random.Random(1); T('rnd'); io.StringIO('a').read(); T('io'); string.Template('$x').substitute(x=1); T('tmpl')
