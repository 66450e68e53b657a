# hashlib, random by every kind of seed, time.
import hashlib, random, timeit, time, types
for n in sorted(hashlib.algorithms_guaranteed & {'md5','sha1','sha224','sha256','sha384','sha512'}):
    for d in b'', b'abc', b'x'*119, b'y'*1000: print(n, hashlib.new(n, d).hexdigest())
random.seed('hello'); print(random.random(), random.randint(0, 10**30))
random.seed(3.5); print(random.random()); random.seed(-7); print(random.random()); random.seed(2**100); print(random.random())
r = random.Random(1); print([r.randrange(0, 100, 7) for _ in range(5)], r.getrandbits(100), r.triangular(), r.betavariate(1,2), r.expovariate(1), r.gammavariate(2,3), r.normalvariate(), r.vonmisesvariate(0,1), r.paretovariate(2), r.weibullvariate(1,2), r.lognormvariate(0,1), r.randbytes(5))
s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random())
print(time.gmtime(0), time.strftime('%Y-%m-%d %j %U %W %V %a %B %I %p', time.gmtime(1e9)), time.asctime(time.gmtime(86400*365)))
t = time.time(); time.sleep(0.01); print(time.time() > t, timeit.timeit('x=1', number=10) > 0)
for bad in (lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 3), lambda: random.choices([1], weights=[0]), lambda: random.seed([])):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
