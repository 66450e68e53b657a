"""Random programs that build and break graphs of objects, run here and in CPython and compared: what dies, in which order,
what a collection finds, when the callbacks of weak references come.

    python3 fuzz_deaths.py REFARROWS [COUNT [SEED]]      1000 programs from seed 1
    python3 fuzz_deaths.py REFARROWS show SEED           prints one program
"""
import random
import sys

import fuzz_programs

NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
PRELUDE = '''
import gc
gc.disable()
import functools, weakref
from collections import deque
gc.collect()                   # CPython's imports leave something behind
kept, watched, valued, members = [], [], weakref.WeakValueDictionary(), weakref.WeakSet()
class D:
    made = 0
    def __init__(self, *held, **named):
        D.made += 1
        self.n = D.made
        if held: self.held = held
        self.__dict__.update(named)
    def __hash__(self): return self.n
    def __repr__(self): return f'{type(self).__name__}{self.n}'
    def __del__(self): print('del', self)
    def method(self, *args): return args
class Back(D):
    def __del__(self):
        print('back', self)
        kept.append(self)
class Breaker(D):
    def __del__(self):
        print('breaks', self, sorted(map(str, self.__dict__)))
        self.__dict__.clear()
        self.n = 0
class Quiet(D):
    __del__ = None
del Quiet.__del__
class Slotted:
    __slots__ = 'n', 'one', 'two', '__weakref__'
    def __init__(self, *held):
        D.made += 1
        self.n = D.made
        for name, value in zip(('one', 'two'), held): setattr(self, name, value)
    def __hash__(self): return self.n
    def __repr__(self): return f'S{self.n}'
    def __del__(self): print('del', self)
class Words(list):
    def __hash__(self): return 7
    def __del__(self): print('words', len(self))
def closure(x):
    def inner(): return x
    return inner
def generate(x):
    try:
        yield x
        yield 2
    finally:
        print('closed', x)
def caught(x):
    local = [x]
    try:
        raise ValueError(x)
    except ValueError as e:
        return e
def deep(x, n):
    here = D(x)
    return deep(x, n - 1) if n else None
def told(r): print('callback', r() is None)
def use(*args, **named): return len(args) + len(named)
def swap(x, y):
    x, y = y, x
    return x
'''
LINKS = ['{v}', '[{v}, {w}]', '({v},)', '{{1: {v}, 2: {w}}}', '{{{v}}}', '{{{v}: {w}}}', 'closure({v})', 'lambda x={v}: x',
         '{v}.method', 'iter([{v}, {w}])', 'started(generate({v}))', 'generate({v})', 'caught({v})', 'deque([{v}, {w}])',
         'functools.partial(use, {v}, k={w})', 'Words([{v}])', 'map(use, [{v}])', 'zip([{v}], [{w}])', 'enumerate([{v}])',
         'property({v})', 'weakref.ref({v})', 'weakref.ref({v}, told)', 'frozenset([{v}])', 'D({v}, k={w})', 'super(D, D({v}))',
         'memoryview(b"a")', '[[[{v}]]]', 'staticmethod({v})', 'Slotted({v}, {w})', 'type("T", (), {{"x": {v}}})']
KINDS = ['D()', 'D()', 'Back()', 'Breaker()', 'Quiet()', 'Slotted()', 'D({v})', 'D({v}, x={w})', 'Slotted({v}, {w})',
         'Words([{v}])', 'Quiet({v})']
FORMS = ['{t} = {new}'] * 6 + ['{t}.{m} = {link}'] * 9 + [
    '{t} = {v}', 'del {t}', 'del {t}', '{t} = None', 'del {t}.{m}', '{t}.{m} = None', '{t}.__dict__.clear()', 'use({new}, {v})',
    'use(k={new})', 'use(*[{new}, {v}])', 'deep({v}, 2)', 'swap({new}, {v})', '[{new} for i in range(3)]', '{{{new}: {new}}}',
    'for {t} in [{new}, {new}]: pass', '{t}, {u} = {u}, {t}', 'watched.append(weakref.ref({v}, told))', 'watched.clear()',
    'print([r() for r in watched])', 'valued[{k}] = {v}', 'print(sorted(valued), len(valued))', 'members.add({v})',
    'print(sorted(members, key=hash))', 'weakref.finalize({v}, print, "finalized", {k})', 'kept.clear()', 'print(len(kept))',
    'print(gc.collect())', 'print(gc.collect())', 'print(gc.collect(0))', 'print(gc.collect(1))', 'print(type({v}).__name__)',
    '{t}.{m} = {v}; {v}.{m} = {t}', '{t}.{m} = {t}', '{t} = [{v}]; {t}.append({t})', 'next({v}.{m})', '{v}.{m}.clear()',
    'raise ValueError({new})', '{t} = caught({new})', '({new}, {new})[0]', '{new}.method({new})', '{new} is {new}',
    '{t} = {new} if {v} else {new}', 'print(f"{{{new}}}")', 'kept[:1] = []', 'kept.append({v})', 'kept.sort(key=str)',
    'print(gc.is_tracked({v}), gc.is_finalized({v}))', 'print(weakref.getweakrefcount({v}))', 'with_local({v})',
    'print(isinstance({v}, D) and len(gc.get_referrers({v})))', 'print([type(x).__name__ for x in gc.get_referents({v})])',
    'print(*kept)']


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def fill(self, text, depth=0):
        pick = self.random.choice
        values = dict(t=pick(NAMES), u=pick(NAMES), v=pick(NAMES), w=pick(NAMES), m=pick('xyz'), k=self.random.randrange(4))
        if '{new}' in text:
            return self.fill(text.replace('{new}', pick(KINDS), 1), depth)
        if '{link}' in text:
            return self.fill(text.replace('{link}', pick(LINKS), 1), depth)
        return text.format(**values)

    def program(self):
        lines = [PRELUDE, 'def started(g):', '    next(g)', '    return g', 'def with_local(x):', '    y = D(x)', '    y.me = y',
                 ' = '.join(NAMES) + ' = None']
        for i in range(self.random.randrange(20, 90)):
            lines += ['try:', f'    {self.fill(self.random.choice(FORMS))}',
                      'except Exception as error: print(type(error).__name__)']
            if self.random.random() < 0.15:
                lines.append(f'print("--{i}")')
        lines.append('print("end")')
        return '\n'.join(lines) + '\n'


if __name__ == '__main__':
    fuzz_programs.Maker = Maker
    sys.exit(fuzz_programs.main(*sys.argv[1:]))
