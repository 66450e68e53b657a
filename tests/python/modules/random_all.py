# Every function of random: the numbers of CPython for the same seed, in any order of calls, and its mistakes.
import random
def T(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for s in (1, 'x', b'a', 2.5, -7, 10**30, None and 0 or 3, True, bytearray(b'q')):
    random.seed(s)
    print(s, random.random(), random.getrandbits(70), random.randint(-3, 9))
random.seed('abc', version=1)
print(random.random())
random.seed(b'abc', version=1)
print(random.random())
random.seed('', version=1)
print(random.random())
random.seed(11)
for i in range(60):
    print(random.betavariate(.5+i/7, 2), random.expovariate(1+i), random.gauss(0,1), random.gammavariate(.1+i/20,
          2), random.triangular(), random.triangular(1,5,2), random.triangular(3,3,3), random.lognormvariate(0,1),
          random.vonmisesvariate(1,i/10), random.paretovariate(1), random.weibullvariate(1,1+i),
          random.normalvariate(), random.uniform(2,-3), random.gammavariate(1,1))
    print(random.choices('abcd',[1,2,0,3],k=4), random.choices(range(5),k=3),
          random.choices('ab',cum_weights=[1,5],k=2), random.sample(range(10),i%10),
          random.sample(range(1000),i%13), random.sample('ab',counts=[20,30],k=5), random.randbytes(3),
          random.randrange(5), random.randrange(2,90,7), random.randrange(9,-9,-2), random.randrange(10**40),
          random.choice('xyz'), random.randrange(1,10**25,3))
    l=list(range(i))
    random.shuffle(l)
    print(l)
st = random.getstate()
a = random.random()
random.setstate(st)
print(a == random.random(), st[0], len(st[1]))
for f in (lambda: random.randrange(0), lambda: random.randrange(5,5), lambda: random.randrange(1,5,0),
          lambda: random.randrange(5,1,2), lambda: random.randrange(1.5), lambda: random.randrange(3,None,2),
          lambda: random.randint(5,1), lambda: random.choice([]), lambda: random.sample({1},1),
          lambda: random.sample([1],2), lambda: random.sample([1,2],1,counts=[1]),
          lambda: random.sample([1],1,counts=[0]), lambda: random.sample([1],1,counts=[.5]),
          lambda: random.choices([1,2],[1]), lambda: random.choices([1,2],[0,0]),
          lambda: random.choices([1,2],[1,float('inf')]), lambda: random.choices([1,2],3),
          lambda: random.choices([1],[1],cum_weights=[1]), lambda: random.seed([]),
          lambda: random.setstate((1,2,3)), lambda: random.gammavariate(0,1), lambda: random.randrange('a'),
          lambda: random.randrange(2, 'a'), lambda: random.shuffle((1,2)), lambda: random.choices([], k=1),
          lambda: random.sample([1,2,3],-1), lambda: random.randrange(1.0, 5.0)):
    T(f)
class R(random.Random):
    pass
r = R(5)
print(r.random(), r.choice('abc'), r.sample(range(30), 4))
print(random.Random(5).random(), [n for n in dir(random) if n.islower() and n[0] != '_' and n in random.__all__])
