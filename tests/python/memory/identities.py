import warnings; warnings.simplefilter("ignore")
import sys
# identity
print([i is int(str(i)) for i in (-6, -5, 0, 256, 257)])
a = 257; b = 257; print(a is b)
def f(): return 257
print(f() is a, f() is f())
def g(): return 'hello', 'hello world', 1.5, (1, 2), b'x', 10**3, 'a' * 20, 'a' * 4097 is 'a' * 4097
def h(): return 'hello', 'hello world', 1.5, (1, 2), b'x', 10**3, 'a' * 20, 0
print([x is y for x, y in zip(g(), h())])
print('a' + 'b' is 'ab', ''.join(['a', 'b']) is 'ab', sys.intern(''.join(['a', 'b'])) is 'ab', 'a b' is 'a b', str('a b') is 'a b')
x = 'foo bar'; y = 'foo bar'; print(x is y)
x = 'foo'; x += 'bar'; print(x is 'foobar', sys.intern(x) is 'foobar')
print(() is (), (1,) is (1,), tuple([]) is (), tuple(()) is (), (1,)[1:] is (), [] is [], frozenset() is frozenset(), frozenset([]) is frozenset(), '' is str(), b'' is bytes(), 'abc'[1:1] is '', b'a'[0:0] is b'')
print('abc'[0] is 'a', chr(97) is 'a', chr(233) is 'é', chr(300) is 'Ĭ', 'aé'[1] is 'é', bytes([97]) is b'a', b'abc'[0:1] is b'a', str(1)[0] is '1', str(5) is '5', repr(7) is '7', 'a'.upper() is 'A', 'abc'.lower() is 'abc', 'abc'.strip() is 'abc', 'abc'[:] is 'abc', str('abc') is 'abc', 'abc'.replace('x', 'y') is 'abc', 'abc' * 1 is 'abc', 'abc' + '' is 'abc', '' + 'abc' is 'abc', 'abc'.ljust(2) is 'abc', 'abc'.expandtabs() is 'abc', ','.join(['abc']) is 'abc', '%s' % 'abc' is 'abc', f'{"abc"}' is 'abc', format('abc') is 'abc', 'abc'.split()[0] is 'abc', 'abc'.partition('x')[0] is 'abc')
t = (1, 2); print(tuple(t) is t, t[:] is t, t * 1 is t, t + () is t, () + t is t, t[0:2] is t)
n = 10**10; print(int(n) is n, +n is n, n + 0 is n, n * 1 is n, abs(n) is n, n // 1 is n, n | 0 is n, n.__pos__() is n, round(n) is n)
q = 1.5; print(float(q) is q, +q is q, q + 0.0 is q, abs(q) is q, 0.0 is 0.0, -0.0 is 0.0, float('1.5') is q)
print(True is (1 == 1), (not 0) is True, None is print(end=''), ... is Ellipsis, type(None)() is None, bool(5) is True, NotImplemented is type(NotImplemented)())
print(1 is True, 1 - 1 is 0, 100 + 100 is 200, 128 + 128 is 256, 200 + 57 is 257, len('a' * 300) is 300, int(5.0) is 5, ord('a') is 97, hash(7) is 7, 2 ** 8 is 256, 256 >> 1 is 128, divmod(7, 2)[0] is 3, sum([1, 2]) is 3, max(3, 2) is 3, -5 is -5, -6 is -6, ~4 is -5)
class A:
    x = 'some thing'; y = 1000; z = (1, 'q')
    def m(self): return 'some thing', 1000, (1, 'q')
print([p is q for p, q in zip(A().m(), (A.x, A.y, A.z))])
print(A.m is A.m, A().m is A().m, A.__dict__ is A.__dict__, A().__dict__ is A().__dict__, A.__name__ is A.__name__, A.__mro__ is A.__mro__)
o = A(); print(o.__dict__ is o.__dict__, o.m == o.m, o.m is o.m, o.m.__func__ is A.m)
print(id(A()) == id(A()), id([]) == id([]), id({}) == id({}), id(object()) == id(object()), A() is A(), id(1000) == id(1000), id('a' * 3) == id('aaa'), id((1, [])) == id((1, [])), id(1.5 * len('ab')) == id(2.5 * len('ab')))
x = []; i = id(x); del x; y = []; print(id(y) == i); x = [1]; i = id(x); x = [2]; print(id(x) == i); y = [3]; print(id(y) == i)
o = A(); i = id(o); o = None; o = A(); print(id(o) == i)
d = {'k': 'v w'}; e = {'k': 'v w'}; print(list(d)[0] is list(e)[0], d['k'] is e['k'])
exec("z1 = 'in exec'; z2 = 'in exec'; z3 = 5000; z4 = 'ident'"); exec("w1 = 'in exec'; w3 = 5000; w4 = 'ident'"); print(z1 is z2, z1 is w1, z3 is w3, z4 is w4, eval("'ident'") is z4)
l1 = [1, 2, 3]; l2 = l1; l2 += [4]; print(l1 is l2); l2 = l2 + [5]; print(l1 is l2); s1 = s2 = {1}; s2 |= {2}; print(s1 is s2); t1 = t2 = (1,); t2 += (2,); print(t1 is t2); st = s3 = 'ab'; s3 += 'c'; print(st is s3)
def dflt(a=[], b=(), c='x y', d=1234): return a, b, c, d
print([p is q for p, q in zip(dflt(), dflt())])
def lit(): return [], (1, 2), 'x y', {}, (1, [2]), frozenset({1}), 3.5, -3.5, 1 + 2j, 12345678
print([p is q for p, q in zip(lit(), lit())])
print([x for x in range(3)] is [], *(i is i + 0 for i in (255, 256, 257, 258)))
for v in ('é', 'naïve', 'a_b', 'a-b', '1a', 'A1', '_', '', ' ', 'x' * 300): 
    ns = {}; exec(f'p = {v!r}', ns); exec(f'q = {v!r}', ns); print(ns['p'] is ns['q'], end=' ')
print()
import collections
N = collections.namedtuple('N', 'a'); print(N(1).a is 1, N._fields[0] is 'a', N.__name__ is 'N')
def k(**kw): return list(kw)[0]
print(k(abc=1) is 'abc', k(**{''.join(['a', 'bc']): 1}) is 'abc')
setattr(o, ''.join(['q', 'w']), 1); print(list(vars(o))[0] is 'qw'); o.__dict__[''.join(['e', 'r'])] = 2; print(list(vars(o))[1] is 'er')
