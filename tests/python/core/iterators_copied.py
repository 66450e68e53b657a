# Iterators copied half-way, made again from __reduce__, set to another place.
import re, copy, itertools, collections
makers = ["iter([1,2,3])", "iter((1,2,3))", "iter('abc')", "iter(b'ab')", "iter(range(5))", "iter(range(10**20, 10**20+3))", "reversed([1,2,3])", "reversed(range(4))", "enumerate('abc', 5)", "zip([1,2],'ab')", "map(abs, [-1,-2])", "filter(None, [0,1,2])", "iter({1:2,3:4})", "iter({1:2,3:4}.items())", "iter({1:2}.values())", "iter({1,2})", "reversed({1:2,3:4})", "iter(int, 1)", "itertools.count(3)", "itertools.count(3, 2)", "itertools.repeat(7, 3)", "itertools.chain('ab', [1])", "itertools.accumulate([1,2,3])", "itertools.islice([1,2,3,4], 1, 3)", "itertools.takewhile(abs, [1,0])", "itertools.dropwhile(abs, [1,0,2])", "itertools.product('ab', repeat=2)", "itertools.permutations('abc')", "itertools.combinations('abc', 2)", "itertools.combinations_with_replacement('ab', 2)", "itertools.starmap(pow, [(2,3)])", "itertools.zip_longest('ab', [1], fillvalue=0)", "itertools.compress('abc', [1,0,1])", "itertools.filterfalse(None, [0,1])", "(i for i in [1])", "iter(bytearray(b'ab'))"]
for m in makers:
    for how in (copy.copy, copy.deepcopy):
        it = eval(m)
        try:
            next(it)
        except StopIteration: pass
        try:
            c = how(it)
            print(m, how.__name__, type(c).__name__, list(itertools.islice(c, 4)), list(itertools.islice(it, 4)))
        except Exception as e: print(m, how.__name__, type(e).__name__, e)
    it = eval(m)
    for k in (1, 9):
        try: print(m, '__reduce__', re.sub(' at 0x[0-9a-f]+', '', str(it.__reduce__()))[:150] if not m.startswith('itertools') or m.startswith(('itertools.count', 'itertools.repeat')) else '')
        except Exception as e: print(m, type(e).__name__, e)
        for _ in range(k):
            next(it, None)
            if 'count' in m or 'cycle' in m or 'iter(int' in m: break
    try: print(m, '__length_hint__', it.__length_hint__())
    except Exception as e: print(m, type(e).__name__, e)
for m in ("iter([1,2,3])", "iter((1,2,3))", "iter('abc')", "iter(range(5))", "reversed([1,2,3])", "zip()"):
    for s in (0, 1, -5, 99):
        it = eval(m)
        try: it.__setstate__(s); print(m, s, list(itertools.islice(it, 5)))
        except Exception as e: print(m, s, type(e).__name__, e)
