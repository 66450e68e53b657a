import sys
gs = sys.getsizeof
# growing of everything, judge style
def track(make, step, n=40):
    o = make(); sizes = [gs(o)]
    for i in range(n):
        r = step(o, i)
        if r is not None: o = r
        if gs(o) != sizes[-1]: sizes.append((i, gs(o)))
        sizes[-1:] = [sizes[-1]] if not isinstance(sizes[-1], tuple) else [sizes[-1][1]]
    return sizes
print(track(list, lambda o, i: o.append(i)))
print(track(list, lambda o, i: o.insert(0, i)))
print(track(list, lambda o, i: o.extend([i, i])))
print(track(list, lambda o, i: o.extend(range(i))))
print(track(list, lambda o, i: o.__iadd__([i])))
print(track(list, lambda o, i: o + [i]))
print(track(lambda: list(range(50)), lambda o, i: o.pop() and None))
print(track(lambda: [0] * 50, lambda o, i: o.pop(0) and None))
print(track(lambda: list(range(50)), lambda o, i: o.remove(i)))
print(track(lambda: list(range(50)), lambda o, i: o.__delitem__(slice(0, 1))))
print(track(dict, lambda o, i: o.__setitem__(i, i), 200))
print(track(dict, lambda o, i: o.__setitem__(str(i), i), 200))
print(track(dict, lambda o, i: o.update({i: i, -i: i}), 100))
print(track(lambda: {i: i for i in range(100)}, lambda o, i: o.pop(i) and None, 100))
print(track(lambda: {i: i for i in range(100)}, lambda o, i: (o.pop(i), o.__setitem__(i + 1000, 1)) and None, 100))
print(track(set, lambda o, i: o.add(i), 200))
print(track(lambda: set(range(100)), lambda o, i: o.discard(i), 100))
print(track(set, lambda o, i: o.update(range(i * 3)), 30))
print(track(str, lambda o, i: o + 'a'), track(str, lambda o, i: o + 'é', 5), track(str, lambda o, i: o + '€', 5), track(str, lambda o, i: o + '😀', 5))
print(track(bytes, lambda o, i: o + b'a', 5), track(bytearray, lambda o, i: o.append(1), 60), track(lambda: bytearray(60), lambda o, i: o.pop() and None, 60))
print(track(tuple, lambda o, i: o + (i,), 5), track(lambda: 1, lambda o, i: o * 1000), track(lambda: 10**30, lambda o, i: o // 10))
class A: pass
def sa(o, i): setattr(o, f'a{i}', i)
def dsize(make, step, n):
    o = make(); out = []
    for i in range(n): step(o, i); out.append(gs(o.__dict__))
    return out
print(track(A, sa), dsize(A, sa, 40))
class B: pass
def nd(n):
    o = B()
    for i in range(n): setattr(o, f'b{i}', i)
    return gs(o.__dict__)
print([nd(i) for i in range(0, 40)], nd(3))
class C:
    def __init__(self): self.a = 1; self.b = 2
c = C(); print(gs(c.__dict__)); c.c = 3; print(gs(c.__dict__)); d = C(); print(gs(d.__dict__)); del d.a; print(gs(d.__dict__)); print(gs(C().__dict__)); d.__dict__ = {'x': 1}; print(gs(d.__dict__)); d.__dict__.update({str(i): i for i in range(20)}); print(gs(d.__dict__)); vars(d).clear(); print(gs(vars(d)))
def g(n):
    for i in range(n): yield i
x = g(3); print(gs(x)); list(x); print(gs(x), gs(g), gs(g.__code__), gs((i for i in range(3))), gs(lambda a, b: a))
import collections
print(track(collections.deque, lambda o, i: o.append(i), 200), track(lambda: collections.deque(range(200)), lambda o, i: o.popleft() and None, 199), track(collections.OrderedDict, lambda o, i: o.__setitem__(i, i), 50), track(collections.Counter, lambda o, i: o.update([i]), 50), track(lambda: collections.defaultdict(int), lambda o, i: o[i] and None, 50))
class S:
    __slots__ = ['a', 'b']
    def __init__(self): self.a = 1
print(gs(S()), gs(S), gs(S.a), S.__slots__)
class SS(S): __slots__ = ['c']
class SD(S): pass
sd = SD(); sd.a = 1; sd.z = 2; print(gs(SS()), gs(sd), gs(sd.__dict__))
m = memoryview(b'abc'); print(gs(m), gs(m[1:]), gs(range(10)), gs(slice(None)), gs(iter([])), gs({}.items()), gs(super(SS, SS())), gs(NotImplemented))
print(gs(sys.version_info), gs(sys.flags), gs(sys.implementation), gs(type(sys)), gs(gs), gs(print))
print([gs(2**(30*i)) for i in range(6)], [gs(-2**(30*i) + 1) for i in range(6)], gs(1.5), gs(1j), gs(True), gs(None))
print(gs('a' * 100), gs('é' * 100), gs('€' * 100), gs('😀' * 100), gs('a' * 99 + 'é'), gs('a' * 99 + '€'), gs(b'a' * 100))
