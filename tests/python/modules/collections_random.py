# collections, collections.abc, random, heapq, bisect, string: the common uses.
from collections import *
from collections.abc import *
import random, string, heapq, bisect
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance(3, Iterable), issubclass(dict, MutableMapping), isinstance((x for x in []), Generator), isinstance(len, Callable), Callable[[int], str], Iterator[int])
P = namedtuple('P', 'x y', defaults=[5])
p = P(1); print(p, p.x, p._replace(x=3), p._asdict(), P._fields, p == (1,5), P.__doc__, P.x)
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c + c, c - Counter('aab'), sorted(c.elements()))
o = OrderedDict(a=1, b=2); o.move_to_end('a'); print(o, o.popitem(False))
print(ChainMap({1:2}, {3:4})[3])
d = deque([1,2,3], maxlen=3); d.append(4); print(d)
random.seed(42); print(random.random(), random.randint(1,100), random.choice('abc'), random.sample(range(100), 5), random.choices([1,2,3], k=4), random.gauss(0,1), random.uniform(1,2))
l = list(range(10)); random.shuffle(l); print(l)
h=[5,2,8,1]; heapq.heapify(h); print(h, heapq.heappop(h), heapq.nlargest(2,h), heapq.nsmallest(2,h), list(heapq.merge([1,4],[2,3])))
print(bisect.bisect([1,2,3],2), bisect.bisect_left([1,2,3],2))
print(string.ascii_letters, string.Template('$a ${b} $$').substitute(a=1,b=2))
class S(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i>2: raise IndexError
        return i*i
print(list(S()), 4 in S(), S().index(4), list(reversed(S())))
try: Sequence()
except TypeError as e: print(e)
