"""sizeof, _Alignof, offsetof and the bytes of bit-fields in random structs and unions, here and with gcc.

    run_c_layout.py REFARROWS COUNT SEED
"""
import pathlib
import random
import subprocess
import sys
import tempfile

SCALARS = ['char', 'signed char', 'unsigned char', 'short', 'unsigned short', 'int', 'unsigned', 'long', 'unsigned long',
           'long long', 'float', 'double', 'long double', '_Bool', 'void *', 'char *', 'enum e']
FIELDS = {'char': 8, 'unsigned char': 8, 'short': 16, 'unsigned short': 16, 'int': 32, 'unsigned': 32, 'long': 64,
          'unsigned long': 64, '_Bool': 1}


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = ['#include <stdio.h>', '#include <stddef.h>', '#include <string.h>', 'enum e { A, B };']
        self.checks = []
        self.made = []

    def member(self, name):
        """The declaration of a member, and whether it is a bit-field."""
        kind = self.random.random()
        if kind < 0.3:
            base = self.random.choice(list(FIELDS))
            return f'{base} {name} : {self.random.randint(1, FIELDS[base])};', True
        if kind < 0.33:
            return f'{self.random.choice(["int", "char", "long"])} : 0;', None
        base = self.random.choice(SCALARS + self.made) if kind < 0.9 else self.random.choice(SCALARS)
        length = f'[{self.random.randint(1, 4)}]' if self.random.random() < 0.3 else ''
        align = '_Alignas(16) ' if self.random.random() < 0.03 else ''
        return f'{align}{base} {name}{length};', False

    def record(self, index):
        word = self.random.choice(['struct', 'struct', 'struct', 'union'])
        type_name = f'{word} r{index}'
        members = [(f'm{i}', *self.member(f'm{i}')) for i in range(self.random.randint(1, 8))]
        self.lines.append(f'{type_name} {{ ' + ' '.join(text for _, text, _ in members) + f' }};')
        if all(field is None for _, _, field in members):
            self.lines.pop()
            return
        self.checks.append(f'printf("{type_name} %zu %zu", sizeof({type_name}), _Alignof({type_name}));')
        for name, _, field in members:
            if field is False:
                self.checks.append(f'printf(" %zu", offsetof({type_name}, {name}));')
            elif field:
                self.checks.append(f'{{ {type_name} x; memset(&x, 0, sizeof x); x.{name} = -1; show(&x, sizeof x); '
                                   f'printf(" %lld", (long long)x.{name}); }}')
        self.checks.append('putchar(10);')
        self.made.append(type_name)

    def program(self, records):
        for index in range(records):
            self.record(index)
        show = ('static void show(const void *at, size_t n) { const unsigned char *p = at; putchar(32); '
                'while (n--) printf("%02x", *p++); }')
        return '\n'.join([*self.lines, show, 'int main(void) {', *self.checks, 'return 0; }', ''])


def outputs(refarrows, folder, text):
    source = pathlib.Path(folder) / 'layout.c'
    source.write_text(text)
    subprocess.run(['gcc', '-O0', '-w', '-o', 'program', source.name], cwd=folder, check=True)
    for command in ([refarrows, 'run', source.name], ['./program']):
        yield subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout.splitlines()


def main(refarrows, count, seed):
    refarrows = str(pathlib.Path(refarrows).resolve())
    wrong = lines = 0
    for index in range(int(count)):
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = outputs(refarrows, folder, Generator(int(seed) * 1000 + index).program(40))
        lines += len(theirs)
        for a, b in zip(ours + ['<end>'] * len(theirs), theirs):
            if a != b:
                wrong += 1
                print(f'program {index}: {a!r}, gcc {b!r}')
                break
    print(f'{lines} types, {wrong} programs wrong')
    return 1 if wrong or not lines else 0


sys.exit(main(*sys.argv[1:]))
