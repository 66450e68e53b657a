"""What the command line says to input that is wrong: one line that tells what to do, exit status 2, no file left.

bad_input.py REFARROWS
"""
import json
import os
import subprocess
import sys
import tempfile

from check import Checker

READERS = (['run'], ['trace'], ['text'], ['layout'], ['snapshot', '-o', 'never.png'], ['bench', 'layout'])


def write(name, data):
    with open(name, 'wb') as file:
        file.write(data)
    return name


def files(checker):
    """Every command that reads a program says the same of a file that is wrong."""
    os.mkdir('folder.py')
    cases = [
        ('a missing file', 'missing.py', ('missing.py', 'No such file')),
        ('a missing file of no known kind', './missing', ('missing', 'No such file')),
        ('a directory', 'folder.py', ('folder.py', 'directory')),
        ('the current directory', '.', ('directory',)),
        ('bytes that are not UTF-8', write('latin.py', b'x = 1\nname = "\xe9"\n'), ('latin.py', 'line 2', 'UTF-8')),
        ('an overlong sequence', write('overlong.py', b'x = "\xc0\xaf"\n'), ('line 1', 'UTF-8')),
        ('a surrogate', write('surrogate.py', b'x = "\xed\xa0\x80"\n'), ('UTF-8',)),
        ('a sequence that is cut off', write('cut.py', b'x = "\xe2\x82'), ('UTF-8',)),
        ('a null byte', write('null.py', b'x = 1\n\0\n'), ('null.py', 'line 2', 'null byte')),
        ('50 MB', write('large.py', b'x = 1\n' * (50 * 1000 * 1000 // 6)), ('large.py', '16 MiB')),
        ('an unknown extension', write('notes.txt', b'x = 1\n'), ('notes.txt', '.py', '--language')),
        ('no extension', write('program', b'x = 1\n'), ('program', '--language')),
        ('a picture that is none', write('no.png', b'x = 1\n'), ('no.png',)),
        ('a picture of something else', write('empty.png', b''), ('empty.png',)),
        ('an empty name', '', ('name a program',)),
    ]
    if os.geteuid() != 0:
        os.chmod(write('secret.py', b'x = 1\n'), 0)
        cases.append(('an unreadable file', 'secret.py', ('secret.py', 'Permission denied')))
    for name, path, parts in cases:
        for reader in READERS:
            checker.refuses(f'{reader[0]}: {name}', checker.run(*reader, path), *parts)
    checker.check('no picture was left', not os.path.exists('never.png'))


def latin1(checker):
    """What gcc takes, is taken: a C file in Latin-1."""
    program = write('latin.c', b'#include <stdio.h>\n/* fa\xe7ade */\nint main(void) { puts("caf\xe9"); return 0; }\n')
    done = checker.run('run', program)
    checker.check('a C file in Latin-1 runs, with the bytes that its strings have', done.returncode == 0 and done.stdout == b'caf\xe9\n', done.stdout)
    first = checker.run('trace', program).stdout.split(b'\n')[0]
    checker.check('its text is shown', '/* fa\u00e7ade */' in json.loads(first)['source'], first)


def declared(checker):
    """A Python file in the code that its coding comment names."""
    codings = ('latin-1', b'\xe9', '\u00e9'), ('iso-8859-15', b'\xa4', '\u20ac'), ('cp1252', b'\x80', '\u20ac')
    for coding, byte, shown in codings:
        head = b'#!/usr/bin/python3\n# -*- coding: ' + coding.encode() + b' -*-\n'
        program = write('coded.py', head + b'print("' + byte + b'", len("' + byte + b'"))\n')
        done = checker.run('run', program)
        checker.check(f'a Python file in {coding} runs', done.stdout.decode() == shown + ' 1\n', done)
        first = checker.run('trace', program).stdout.split(b'\n')[0]
        checker.check('its text is shown, as UTF-8', json.loads(first)['source'].startswith(
            f'#!/usr/bin/python3\n# -*- coding: utf-8 -*-\nprint("{shown}"'), first)


def steps(checker):
    program = write('steps.py', b'x = 1\ny = 2\n')
    said = ('step 900 does not exist', 'steps 0 to 3')
    for reader in (['text'], ['layout'], ['snapshot', '-o', 'never.png'], ['bench', 'layout'], ['bench', 'frame']):
        checker.refuses(f"{' '.join(reader)}: a step that does not exist",
                        checker.run(*reader, program, '--step', '900'), *said)
    for form in 'jsonl', 'python-tutor':
        checker.refuses(f'trace {form}: a step that does not exist',
                        checker.run('trace', program, '--from', '900', '--format', form), *said)
    checker.refuses('snapshot --all: a step that does not exist',
                    checker.run('snapshot', program, '--all', '--from', '900', '-o', 'pictures'), *said)
    for value in '-1', 'x', '1.5', '', '99999999999999999999999', '0x10':
        checker.refuses(f'a step that is no number: {value!r}', checker.run('text', program, '--step', value), '--step')
    checker.check('nothing was left', not os.path.exists('never.png') and not os.path.exists('pictures'))


def output(checker):
    program = write('output.py', b'x = 1\n')
    write('file', b'')
    os.mkdir('there.png')
    places = (('a missing folder', 'missing/x.png'), ('a folder', 'there.png'), ('a file as folder', 'file/x'))
    for name, path in places:
        checker.refuses(f'snapshot into {name}', checker.run('snapshot', program, '-o', path), path.split('/')[0])
    checker.refuses('snapshot --all into a file', checker.run('snapshot', program, '--all', '-o', 'file'), 'file')
    checker.refuses('snapshot --all into a missing folder',
                    checker.run('snapshot', program, '--all', '-o', 'missing/pictures'), 'missing')
    checker.refuses('snapshot without -o', checker.run('snapshot', program), '-o')
    before = set(os.listdir('.'))
    checker.run('snapshot', program, '-o', 'there.png')
    checker.check('no half-written file is left', set(os.listdir('.')) == before)
    if os.path.exists('/dev/full'):
        with open('/dev/full', 'wb') as full:
            for command in 'trace', 'run', 'text':
                result = checker.program_into(full, command, write('print.py', b'print("x" * 1000000)\n'))
                checker.check(f'{command} to a full disk', result.returncode == 2 and b'full' in result.stderr,
                              f'{result.returncode} {result.stderr!r}')


def options(checker):
    program = write('options.py', b'x = 1\n')
    cases = [
        ([], ['text']), ([], ['trace', program, program]), (['--nonsense'], ['text', program, '--nonsense']),
        (['--step'], ['text', program, '--step']), (['--format'], ['trace', program, '--format', 'xml']),
        (['--by'], ['trace', program, '--by', 'page']), (['--size'], ['layout', program, '--size', '10']),
        (['--size'], ['layout', program, '--size', '0x5']), (['--size'], ['layout', program, '--size', '9999999x9']),
        (['--size'], ['layout', program, '--size', '-5x5']), (['--size'], ['layout', program, '--size', '5x5x5']),
        (['--scale'], ['snapshot', program, '-o', 'x.png', '--scale', '0']),
        (['--scale'], ['snapshot', program, '-o', 'x.png', '--scale', 'nan']),
        (['--theme', 'light'], ['snapshot', program, '-o', 'x.png', '--theme', 'pink']),
        (['--all'], ['snapshot', program, '--all=1', '-o', 'x']), (['bench', 'seek'], ['bench', 'all', program]),
        ([], ['bench', 'seek']), (['trcae'], ['trcae', program]), (['python'], ['text', program, '--language', 'ada']),
        ([], ['check']), (['lines'], ['trace', program, '--format', 'python-tutor', '--by', 'instruction']),
        (['--step'], ['snapshot', program, '--all', '--step', '1', '-o', 'x']),
    ]
    for parts, words in cases:
        checker.refuses(' '.join(words), checker.run(*words), *parts)


def surroundings(checker):
    program = write('around.py', b'x = 1\n')
    no_display = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'SDL_VIDEODRIVER')}
    checker.refuses('the window without a display', checker.run(program, env=no_display), 'window')
    no_fonts = dict(no_display, REFARROWS_FONTS='/nowhere')
    checker.refuses('a picture without a font', checker.run('snapshot', program, '-o', 'x.png', env=no_fonts), 'font')
    result = checker.run('snapshot', program, '-o', 'x.png', env=no_display)
    checker.check('a picture without a display', result.returncode == 0, result.stderr)
    result = checker.run('run', program, env=no_fonts)
    checker.check('a run without a font', result.returncode == 0, result.stderr)


def programs(checker):
    """A program's own mistakes are told as CPython tells them."""
    result = checker.run('run', write('syntax.py', b'x = = 1\n'))
    checker.check('a syntax error', result.returncode == 1 and result.stderr.endswith(b'SyntaxError: invalid syntax\n')
                  and f'File "{os.getcwd()}/syntax.py", line 1'.encode() in result.stderr, result.stderr)
    result = checker.run('trace', 'syntax.py')
    checker.check('a syntax error traced', result.returncode == 1 and not result.stdout, result.stderr)
    result = checker.run('trace', 'syntax.py', '--format', 'python-tutor')     # there it is an entry of the trace
    checker.check("a syntax error in Python Tutor's format",
                  result.returncode == 0 and b'SyntaxError: invalid syntax' in result.stdout, result.stderr)
    result = checker.run('run', write('main.c', b'int main(void) { return x; }\n'))
    checker.check('a mistake in C', result.returncode == 1 and b'main.c:1:25: error:' in result.stderr, result.stderr)
    for bracket in b'(', b'[', b'{', b'-', b'x.', b'f(lambda:':
        result = checker.run('run', write('deep.py', bracket * 100000))
        checker.check(f'100000 times {bracket.decode()}', result.returncode == 1 and b'Error' in result.stderr[-300:],
                      f'{result.returncode} {result.stderr[-200:]!r}')


class Program(Checker):
    def program_into(self, stream, *words):
        return subprocess.run([self.program, *words], stdout=stream, stderr=subprocess.PIPE, timeout=60)


def main(program):
    checker = Program(os.path.abspath(program))
    for part in files, latin1, declared, steps, output, options, surroundings, programs:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            part(checker)
            os.chdir('/')
    checker.end()


main(sys.argv[1])
