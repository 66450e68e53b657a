"""Random programs made from the grammar, run here and in CPython and compared: stdout, exit status, the last line of
stderr. Every program ends: loops count down and calls go a few levels deep.

    python3 fuzz_programs.py REFARROWS [COUNT [SEED]]      1000 programs from seed 1
    python3 fuzz_programs.py REFARROWS show SEED           prints one program

A program holds many statements, each under a `try` of its own, so that one exception does not hide what follows. What
differs is written into the current folder as fuzz-SEED.py.
"""
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

CPYTHON = ['/usr/bin/python3', '-sP', '-W', 'ignore', '-W', 'default::SyntaxWarning']
TIMEOUT = 20
NAMES = ['a', 'b', 'c', 'd', 'e']
METHODS = {
    'str': ['upper()', 'split()', 'strip("a ")', 'title()', 'center(9, "*")', 'replace("a", "bc")', 'find("b")',
            'partition("b")', 'encode()', 'isalpha()', 'splitlines()', 'zfill(6)', 'count("a")', 'casefold()',
            'rjust(4)', 'index("z")', 'join(["x", "y"])', 'startswith("a")', 'expandtabs(3)', 'swapcase()'],
    'list': ['append(1)', 'pop()', 'sort()', 'reverse()', 'index(2)', 'count(1)', 'copy()', 'extend("ab")',
             'insert(1, 9)', 'remove(3)', 'clear()', 'pop(1)'],
    'dict': ['keys()', 'values()', 'items()', 'get(1)', 'pop(1)', 'setdefault(2, [])', 'popitem()', 'copy()',
             'update({3: 4})', 'pop("k", None)'],
    'set': ['add(5)', 'discard(1)', 'union([7])', 'pop()', 'remove(99)', 'issubset([1, 2, 3])',
            'symmetric_difference([1, 8])', 'difference({1})', 'intersection("ab")'],
    'int': ['bit_length()', 'to_bytes(3, "big")', '__add__(1)', 'as_integer_ratio()', 'conjugate()'],
    'float': ['is_integer()', 'hex()', 'as_integer_ratio()', '__round__(1)'],
    'tuple': ['index(1)', 'count(2)'],
    'bytes': ['decode()', 'hex()', 'upper()', 'find(b"a")', 'split()', 'join([b"x", b"y"])', 'strip()'],
}
BINARY = ['+', '-', '*', '/', '//', '%', '&', '|', '^', '<<', '>>', '@']
COMPARE = ['<', '<=', '==', '!=', '>', '>=', 'in', 'not in', 'is', 'is not']
BUILTINS = ['len', 'str', 'repr', 'list', 'tuple', 'set', 'sorted', 'sum', 'min', 'max', 'abs', 'int', 'float', 'bool',
            'hash', 'type', 'any', 'all', 'enumerate', 'reversed', 'iter', 'ascii', 'bin', 'chr', 'ord', 'hex', 'dict',
            'frozenset', 'bytes', 'round', 'callable', 'complex', 'zip', 'range', 'divmod', 'pow', 'format']
SPECS = ['>8', '<6', '^7', '05', '.2f', 'x', ',', '+', '%', 'e', '08.3f', 's', 'b', '_', 'd', '*^9', 'c', '.3', '#x']
EXCEPTIONS = ['ValueError', 'TypeError', 'KeyError', 'IndexError', 'ZeroDivisionError', 'LookupError', 'Exception',
              'AttributeError', 'NameError', 'ArithmeticError', 'RuntimeError', 'StopIteration']
SHOW = '''
def show(label, value):
    try:
        text = repr(value)
    except BaseException as error:
        text = f'repr: {type(error).__name__}: {error}'
    print(label, '(address)' if ' at 0x' in text else text[:300])

def failed(label, error):
    text = str(error)
    print(label, type(error).__name__, '(address)' if ' at 0x' in text else text[:300], repr(error.__cause__)[:100],
          type(error.__context__).__name__, len(error.args))
'''


class Maker:
    """Makes the text of one program."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.functions, self.classes, self.label = [], [], 0

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, probability):
        return self.random.random() < probability

    def literal(self):
        return self.pick([
            str(self.random.randint(-5, 20)), str(self.random.randint(-10 ** 20, 10 ** 20)), '0', '1', '2', 'True', 'None',
            repr(self.random.uniform(-9, 9)), '1e308', '-0.0', '2.5', '3j', '"abc"', "'a b  c'", "'É∑ß'", "''", 'b"ab"',
            '[]', '[1, 2, 3]', '(1, 2)', '()', '{1: 2, "k": [3]}', '{1, 2, 3}', '{}', 'range(5)', 'range(9, 0, -2)',
            'slice(1, 3)', '...', '"%s-%d"', '"{}:{:>5}"', 'frozenset("ab")', 'float("nan")', 'bytearray(b"xy")'])

    def atom(self):
        return self.pick(NAMES) if self.chance(0.5) else self.literal()

    def expression(self, depth=3):
        if depth <= 0:
            return self.atom()
        sub = lambda: self.expression(depth - 1)
        kind = self.random.randrange(26)
        if kind < 4:
            return f'({sub()} {self.pick(BINARY)} {sub()})'
        if kind < 6:
            return f'({sub()} {self.pick(COMPARE)} {sub()})'
        if kind == 6:
            return f'({sub()} {self.pick(["and", "or"])} {sub()})'
        if kind == 7:
            return f'({self.pick(["-", "+", "~", "not "])}{sub()})'
        if kind == 8:
            return f'({sub()} if {sub()} else {sub()})'
        if kind < 11:
            return f'{self.pick(BUILTINS)}({", ".join(sub() for _ in range(self.pick([1, 1, 1, 2])))})'
        if kind < 13:
            return f'({sub()}).{self.pick(self.pick(list(METHODS.values())))}'
        if kind == 13:
            return f'({sub()})[{self.subscript(depth)}]'
        if kind == 14:
            return f'[{self.element(depth)} for {self.pick(NAMES)} in {sub()}{self.condition(depth)}]'
        if kind == 15:
            name = self.pick(NAMES)
            return f'{{{name}: {sub()} for {name} in {sub()}{self.condition(depth)}}}'
        if kind == 16:
            return f'sorted({sub()}, key=lambda {self.pick(NAMES)}: {sub()}, reverse={self.pick(["True", "False"])})'
        if kind == 17:
            return 'f"{%s!%s:%s}"' % (self.atom().replace('"', "'"), self.pick('rsa'), self.pick(SPECS))
        if kind == 18:
            return f'format({sub()}, {self.pick(SPECS)!r})'
        if kind == 19:
            return f'[{", ".join(self.pick(["", "*"]) + sub() for _ in range(3))}]'
        if kind == 20:
            return f'({sub()}, {sub()})'
        if kind == 21:
            return f'(lambda {self.pick(NAMES)}={sub()}: {sub()})()'
        if kind == 22:
            return f'(w := {sub()})' if self.chance(0.5) else f'{{{sub()}: {sub()}, **{sub()}}}'
        if kind == 23 and self.functions:
            return f'{self.pick(self.functions)}({self.arguments(depth)})'
        if kind == 24 and self.classes:
            return f'{self.pick(self.classes)}({sub()})'
        if kind == 25:
            return f'({sub()} % {sub()})' if self.chance(0.5) else f'({sub()} ** {self.random.randint(-2, 3)})'
        return self.atom()

    def subscript(self, depth):
        if self.chance(0.6):
            return self.expression(depth - 1)
        parts = [self.pick(['', str(self.random.randint(-4, 4))]) for _ in range(3)]
        return ':'.join(parts)

    def element(self, depth):
        return self.expression(depth - 1)

    def condition(self, depth):
        return f' if {self.expression(depth - 2)}' if self.chance(0.4) else ''

    def arguments(self, depth):
        parts = [self.expression(depth - 1) for _ in range(self.random.randrange(4))]
        if self.chance(0.2):
            parts.append('*' + self.expression(depth - 1))
        if self.chance(0.3):
            parts.append(f'{self.pick(NAMES)}={self.expression(depth - 1)}')
        if self.chance(0.1):
            parts.append('**' + self.expression(depth - 1))
        return ', '.join(parts)

    def target(self):
        kind = self.random.randrange(6)
        if kind < 3:
            return self.pick(NAMES)
        if kind == 3:
            return f'{self.pick(NAMES)}[{self.expression(1)}]'
        if kind == 4:
            return f'{self.pick(NAMES)}, *{self.pick(NAMES)}'
        return f'({self.pick(NAMES)}, {self.pick(NAMES)})'

    def pattern(self, depth=2):
        if depth <= 0:
            return self.pick(['1', '"abc"', 'None', '_', '2.5', '-1', 'True'])
        return self.pick([
            f'[{self.pattern(depth - 1)}, *_]', f'({self.pattern(depth - 1)}, {self.pattern(depth - 1)})',
            f'{{1: {self.pattern(depth - 1)}, **rest}}', 'int(n)', 'str() as n', f'{self.pattern(0)} | {self.pattern(0)}',
            'list([x, y])', self.pattern(0)]).replace('_ | ', '3 | ')

    def statement(self, depth, indent, in_function=False, in_loop=False):
        pad = '    ' * indent
        block = lambda: self.block(depth - 1, indent + 1, in_function, in_loop)
        kind = self.random.randrange(20) if depth > 0 else self.random.randrange(8)
        if kind < 3:
            return [f'{pad}{self.target()} = {self.expression()}']
        if kind == 3:
            return [f'{pad}{self.pick(NAMES)} {self.pick(BINARY)}= {self.expression(2)}']
        if kind < 7:
            self.label += 1
            return [f'{pad}show({self.label}, {self.expression(4)})']
        if kind == 7:
            return [pad + self.pick([f'del {self.pick(NAMES)}', f'assert {self.expression(2)}, {self.expression(1)}',
                                     'pass', f'raise {self.pick(EXCEPTIONS)}({self.atom()})',
                                     f'return {self.expression(2)}' if in_function else 'pass',
                                     self.pick(['break', 'continue']) if in_loop else 'pass'])]
        if kind < 11:
            return self.guarded(depth, indent, in_function, in_loop)
        if kind == 11:
            lines = [f'{pad}if {self.expression(2)}:', *block()]
            return lines + ([f'{pad}else:', *block()] if self.chance(0.5) else [])
        if kind == 12:
            lines = [f'{pad}for {self.pick(NAMES)} in {self.pick(["range(3)", "[1, 2]", "(3, 4)"])}:',
                     *self.block(depth - 1, indent + 1, in_function, True)]
            return lines + ([f'{pad}else:', *block()] if self.chance(0.3) else [])
        if kind == 13:
            counter = f'n{self.label}_{indent}_{self.random.randrange(99)}'
            return [f'{pad}{counter} = 3', f'{pad}while {counter}:', f'{pad}    {counter} -= 1',
                    *self.block(depth - 1, indent + 1, in_function, True)]
        if kind == 14:
            return [f'{pad}match {self.expression(2)}:',
                    *(line for _ in range(2) for line in
                      [f'{pad}    case {self.pattern()} if {self.expression(1)}:',
                       *self.block(depth - 1, indent + 2, in_function, in_loop)])]
        if kind == 15 and indent < 3:
            return self.function(depth, indent)
        if kind == 16 and indent < 2:
            return self.class_(depth, indent)
        if kind == 17:
            self.label += 1
            return [f'{pad}def gen{self.label}():', f'{pad}    for i in range(3):',
                    f'{pad}        got = yield {self.expression(2)}', f'{pad}        show({self.label}, got)',
                    f'{pad}    return {self.atom()}', f'{pad}g = gen{self.label}()',
                    f'{pad}show({self.label}, [next(g), g.send({self.atom()})])',
                    f'{pad}show({self.label}, {self.pick(["list(g)", "g.close()", "g.throw(ValueError(1))"])})']
        if kind == 18 and in_function:
            return [f'{pad}global {self.pick("pqr")}'.replace('global', 'nonlocal' if False else 'global'),
                    f'{pad}p = {self.expression(1)}'] if self.chance(0.0) else [f'{pad}show("local", sorted(locals()))']
        return [f'{pad}show("value", {self.expression(3)})']

    def guarded(self, depth, indent, in_function, in_loop):
        pad = '    ' * indent
        self.label += 1
        lines = [f'{pad}try:', *self.block(depth - 1, indent + 1, in_function, in_loop)]
        if self.chance(0.3):
            lines += [f'{pad}except ({self.pick(EXCEPTIONS)}, {self.pick(EXCEPTIONS)}):',
                      *self.block(depth - 1, indent + 1, in_function, in_loop)]
        lines += [f'{pad}except Exception as error:', f'{pad}    failed({self.label}, error)']
        if self.chance(0.2):
            lines += [f'{pad}else:', *self.block(depth - 1, indent + 1, in_function, in_loop)]
        if self.chance(0.2):
            lines += [f'{pad}finally:', f'{pad}    show("finally", {self.atom()})']
        return lines

    def block(self, depth, indent, in_function, in_loop):
        lines = []
        for _ in range(self.random.randint(1, 3)):
            lines += self.statement(depth, indent, in_function, in_loop)
        return lines

    def function(self, depth, indent):
        pad = '    ' * indent
        name = f'f{len(self.functions)}_{self.random.randrange(1000)}'
        parameters = self.pick(['a, b=2', 'a, *b', 'a, /, b=1, *, c=3', '*a, **b', 'a=1, b=2, c=3', 'a, *, d, **e', ''])
        lines = [f'{pad}def {name}({parameters}):', *self.block(depth - 1, indent + 1, True, False),
                 f'{pad}    return {self.expression(2)}']
        if indent == 0:
            self.functions.append(name)
        return lines

    def class_(self, depth, indent):
        pad = '    ' * indent
        name = f'C{len(self.classes)}_{self.random.randrange(1000)}'
        base = self.pick(self.classes + ['object', 'list', 'dict', 'int', 'str', 'tuple', 'Exception', 'set'])
        lines = [f'{pad}class {name}({base}):', f'{pad}    z = {self.atom()}']
        methods = [('__eq__', 'self, o'), ('__lt__', 'self, o'), ('__add__', 'self, o'), ('__len__', 'self'),
                   ('__repr__', 'self'), ('__getitem__', 'self, o'), ('__iter__', 'self'), ('__bool__', 'self'),
                   ('__hash__', 'self'), ('__contains__', 'self, o'), ('__call__', 'self, *o'), ('__radd__', 'self, o'),
                   ('__getattr__', 'self, o'), ('__index__', 'self'), ('__format__', 'self, o'), ('m', 'self, a=1')]
        for method, parameters in self.random.sample(methods, self.random.randrange(5)):
            result = self.literal() if self.chance(0.7) else f'super().{method}({parameters[6:].replace("a=1", "a")})'
            lines += [f'{pad}    def {method}({parameters}):', f'{pad}        return {result}']
        if indent == 0:
            self.classes.append(name)
        return lines

    def program(self):
        lines = [SHOW] + [f'{name} = {self.literal()}' for name in NAMES]
        for _ in range(self.random.randint(4, 14)):
            kind = self.random.randrange(6)
            lines += (self.function(3, 0) if kind == 0 else self.class_(2, 0) if kind == 1
                      else self.guarded(3, 0, False, False))
        if self.chance(0.5):
            lines.append(f'show("last", {self.expression(4)})')
        return '\n'.join(lines) + '\n'


def run(command, path):
    environment = dict(os.environ, PYTHONHASHSEED='0', PYTHONIOENCODING='utf-8')
    try:
        done = subprocess.run(command + [path], stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT,
                              env=environment)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout, done.returncode, done.stderr.rstrip().rsplit(b'\n', 1)[-1]


def compare(refarrows, folder, seed):
    """What differs, as text; empty: nothing."""
    text = Maker(seed).program()
    path = os.path.join(folder, f'fuzz-{seed}.py')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    theirs, ours = run(CPYTHON, path), run([refarrows, 'run'], path)
    os.remove(path)
    if theirs is None or theirs[1] < 0 or theirs == ours:
        return ''
    with open(f'fuzz-{seed}.py', 'w', encoding='utf-8') as file:
        file.write(text)
    if ours is None:
        return f'{seed}: did not end'
    for what, a, b in zip(('stdout', 'exit status', 'last line of stderr'), theirs, ours):
        if a != b and what == 'stdout':
            pairs = zip(a.split(b'\n') + [b'(end)'], b.split(b'\n') + [b'(end)'])
            a, b = next(((x, y) for x, y in pairs if x != y), (a[-80:], b[-80:]))
        if a != b:
            return f'{seed}: {what}\n    CPython:   {a!r:.300}\n    refarrows: {b!r:.300}'
    return ''


def main(refarrows, count='1000', seed='1'):
    if count == 'show':
        print(Maker(int(seed)).program())
        return 0
    seeds = range(int(seed), int(seed) + int(count))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        found = [text for text in pool.map(lambda s: compare(os.path.abspath(refarrows), folder, s), seeds) if text]
    print('\n'.join(found))
    print(f'{len(seeds) - len(found)} of {len(seeds)} random programs agree with CPython')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
