# Every iterator of itertools, at its edges.
from itertools import *

def attempt(f, *args, **names):
    try:
        result = f(*args, **names)
        print(list(islice(result, 10)))
    except Exception as error:
        print(type(error).__name__, error)

print(list(islice(count(), 3)), list(islice(count(10, -2), 3)), list(islice(count(0.5, 0.25), 3)))
print(count(3), count(3, 2), count(step=5), next(count(2**64)))
c = count(); next(c); print(c)
attempt(count, 'a')
print(list(islice(cycle('abc'), 8)), list(cycle([])))
print(list(repeat('x', 3)), list(repeat(1, -1)), repeat(5), repeat(5, 2), repeat(times=3, object=None))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([], initial=5)))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2], initial=100)), list(accumulate('abc')))
print(list(chain('ab', [1], (), {2: 3})), list(chain.from_iterable(['xy', 'z'])), list(chain()))
attempt(chain, 'a', 5)
print(list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])), list(compress(range(9), cycle([0, 1]))))
print(list(dropwhile(lambda x: x < 3, [1, 4, 2, 5])), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])))
t = takewhile(lambda x: x < 2, iter([1, 3, 1])); print(list(t), list(t))
print(list(filterfalse(None, [0, 1, '', 'a'])), list(filterfalse(lambda x: x % 2, range(6))))
print(list(starmap(pow, [(2, 5), (3, 2)])), list(starmap(lambda *a: a, ['ab', ()])))
attempt(starmap, pow, [3])
print(list(islice('ABCDEFG', 2)), list(islice('ABCDEFG', 2, 4)), list(islice('ABCDEFG', 2, None)),
      list(islice('ABCDEFG', 0, None, 2)), list(islice('ABCDEFG', 1, 6, 3)), list(islice('AB', 5, 9)))
i = iter(range(10)); print(list(islice(i, 2, 5)), list(i))
i = iter(range(10)); print(list(islice(i, 0, 5, 3)), list(i))
attempt(islice, 'a', -1)
attempt(islice, 'a', 0, -1)
attempt(islice, 'a', -1, 2)
attempt(islice, 'a', 1, 2, 0)
attempt(islice, 'a', 'b')
attempt(islice, 'a')
print(list(pairwise('ABCD')), list(pairwise('A')), list(pairwise([])))
a, b = tee([1, 2, 3]); print(next(a), next(a), list(b), list(a), tee('ab', 0))
x, y, z = tee(iter('abc'), 3); next(x); w, = tee(x, 1); print(list(w), list(x), list(y))
attempt(tee, [], -1)
print(list(zip_longest('AB', 'xyz', fillvalue='-')), list(zip_longest()), list(zip_longest([1], [], [2, 3])))
for key, group in groupby('AAAABBBCCD'):
    print(key, list(group), end=' ')
print()
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)], [k for k, g in groupby('aabbc')])
g = groupby('aab'); k1, g1 = next(g); k2, g2 = next(g); print(k1, list(g1), k2, list(g2), list(g))
g = groupby('aabb'); k, s = next(g); print(next(s)); k2, s2 = next(g); print(k2, list(s2), list(s))
print(list(product('AB', '12')), list(product([0, 1], repeat=3)), list(product()), list(product('a', '')),
      list(product('ab', repeat=0)))
attempt(product, 'a', repeat=-1)
attempt(product, 'a', times=2)
print(list(permutations('ABC')), list(permutations(range(3), 2)), list(permutations('', 0)), list(permutations('a', 2)))
attempt(permutations, 'ab', -1)
attempt(permutations, 'ab', 'c')
print(list(combinations('ABCD', 2)), list(combinations(range(4), 3)), list(combinations('ab', 3)), list(combinations('ab', 0)))
attempt(combinations, 'ab', -1)
attempt(combinations, 'ab')
print(list(combinations_with_replacement('ABC', 2)), list(combinations_with_replacement('', 1)),
      list(combinations_with_replacement('', 0)), list(combinations_with_replacement('a', 3)))
print(len(list(permutations(range(6)))), sum(1 for _ in product(range(10), repeat=3)))
print(sum(sum(p) for p in combinations(range(10), 4)), chain, count, permutations, type(tee([])[0]))
for kind in chain, cycle, accumulate, pairwise, groupby, product:
    attempt(kind, 5)
print(list(map(lambda p: ''.join(p), permutations('abc'))))
