"""Every command does what it promises. commands.py REFARROWS"""
import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zlib

from check import Checker

PROGRAM = '''\
def f(n):
    a = [n]
    return a

x = f(3)
y = {'k': x}
print(x, "caf\\u00e9")
s = {1}
'''


def write(name, text):
    with open(name, 'w') as file:
        file.write(text)
    return name


# ---- run ----

def run(checker):
    def same(name, program, *arguments, stdin=b''):
        """stdout, stderr and status are those of CPython."""
        ours = checker.run('run', program, *arguments, stdin=stdin)
        oracle = subprocess.run(['/usr/bin/python3', '-sP', program, *arguments], input=stdin, capture_output=True,
                                env=dict(os.environ, PYTHONHASHSEED='0'))
        fine = (ours.stdout, ours.returncode) == (oracle.stdout, oracle.returncode)
        fine = fine and ours.stderr.splitlines()[-1:] == oracle.stderr.splitlines()[-1:]
        checker.check(f'run: {name}', fine, f'{ours} instead of {oracle}')

    same('a program', write('run.py', PROGRAM))
    same('arguments', write('argv.py', 'import sys\nprint(sys.argv)\n'), 'a', '--help', '-x', '--', 'b c')
    echo = write('echo.py', 'while True:\n    try:\n        print(repr(input("? ")))\n    except EOFError:\n'
                            '        break\n')
    for data in b'', b'one\ntwo\n', b'no newline at the end', b'\n\n', b'x' * 200000 + b'\ny\n':
        same(f'{len(data)} bytes of input', echo, stdin=data)
    for end, name in (('sys.exit(3)', 'a status'), ('sys.exit("bye")', 'words'), ('sys.exit()', 'nothing'),
                      ('1 / 0', 'an exception'), ('print("no newline", end="")', 'no newline')):
        same(f'ends with {name}', write('end.py', f'import sys\n{end}\n'))
    same('finalizers at the end', write('final.py', 'class A:\n    def __del__(self):\n        print("bye", self.n)\n'
                                                    'a = A()\na.n = 1\nb = A()\nb.n = 2\nprint("end")\n'))
    same('200,000 prints', write('many.py', 'for i in range(200000):\n    print(i)\n'))
    stdin = checker.run('run', '-', 'x', stdin=b'import sys\nprint(sys.argv[1:])\n')
    checker.check('run: a program from stdin', stdin.stdout == b"['x']\n", stdin)


def stack_with_many_names(checker):
    """Of a module with more names than there is room for, those bound so far are shown, so that the frame that runs is too."""
    names = ''.join(f'name_{i} = {i}\n' for i in range(30))
    path = write('many.py', 'def f(x):\n    return x\nearly = f(1)\n' + names)

    def frames(step):
        layout = json.loads(checker.run('layout', path, '--step', str(step), '--size', '1280x720').stdout)
        return {box['id']: box for box in layout['boxes'] if box['kind'] == 'frame'}
    called, ended = frames(3), frames(35)
    bottom = called['frame:1']['y'] + called['frame:1']['h']
    checker.check('layout: the frame that runs is near', bottom < 300 < ended['frame:0']['h'], (called, ended))


def progress_bar(checker, program):
    try:
        master, slave = pty.openpty()
    except OSError as error:       # a root without /dev/pts
        print(f'not looked at: a progress bar ({error})')
        return
    subprocess.run([checker.program, 'snapshot', program, '--all', '-o', 'bar', '--size', '640x480'], stderr=slave)
    bar = os.read(master, 10000).decode()
    checker.check('snapshot: a progress bar', '11 of 11' in bar and '#' in bar and '\r' in bar, bar)


def interrupt(checker):
    for name, text in (('computes', 'print("ready", flush=True)\nwhile True:\n    pass\n'),
                       ('waits', 'print("ready", flush=True)\ninput()\n')):
        reading, writing = os.pipe()
        master, slave = os.pipe()
        process = subprocess.Popen([checker.program, 'run', write('endless.py', text)], stdin=reading, stdout=slave,
                                   stderr=subprocess.PIPE)
        shown = os.read(master, 100)
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        try:
            status = process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            status = 'none'
        checker.check(f'run: Ctrl-C while it {name}', status == 130 and b'ready' in shown, f'{status} {shown}')
        for end in reading, writing, master, slave:
            os.close(end)
        process.stderr.close()


# ---- trace ----

def lines(result):
    return [json.loads(line) for line in result.stdout.decode().splitlines()]


def reachable(step):
    """Follows the frames' names; what is met must be there, and nothing else but what the event brings."""
    waiting = [ref for frame in step['frames'] for _, ref in frame['names']]
    waiting += [step[key] for key in ('value', 'exception') if key in step]
    seen = set()
    while waiting:
        ref = waiting.pop()
        if ref is None or ref in seen:
            continue
        seen.add(ref)
        thing = step['objects'][str(ref)]
        waiting += [to for _, to in thing['fields']] + [thing.get('class')]
        waiting += [to for entry in thing.get('entries', []) for to in entry]
    return seen


def trace(checker):
    program = write('trace.py', PROGRAM)
    head, *steps = lines(checker.run('trace', program))
    checker.check('trace: the first line', head == {'format': 'refarrows', 'version': 1, 'language': 'python',
                                                    'file': program, 'source': PROGRAM}, head)
    checker.check('trace: steps count from 0', [s['step'] for s in steps] == list(range(len(steps))))
    checker.check('trace: events', [(s['event'], s['line']) for s in steps] == [
        ('line', 1), ('line', 5), ('call', 1), ('line', 2), ('line', 3), ('return', 3), ('line', 6), ('line', 7),
        ('line', 8), ('return', 8), ('end', 8)], [(s['event'], s['line']) for s in steps])
    checker.check('trace: objects are those that can be reached',
                  all(reachable(s) == set(map(int, s['objects'])) for s in steps))
    checker.check('trace: output', ''.join(s['stdout'] for s in steps) == steps[8]['stdout'] == '[3] caf\u00e9\n')
    names = dict(steps[-1]['frames'][0]['names'])
    x, y = (steps[-1]['objects'][str(names[name])] for name in 'xy')
    checker.check('trace: an object', (x['type'], x['repr'], x['refcount']) == ('list', '[3]', 2)
                  and x['size'] == 64 and re.fullmatch('0x[0-9a-f]+', x['address']) and x['shared'] is False
                  and len(x['fields']) == 1, x)
    checker.check('trace: entries of a dict', [pair[1] for pair in y['entries']] == [names['x']], y)
    checker.check('trace: a value is returned', steps[5]['value'] == names['x'])
    for first, count in ((0, 3), (4, 2), (7, 100), (10, 1)):
        window = lines(checker.run('trace', program, '--from', str(first), '--steps', str(count)))[1:]
        checker.check(f'trace: {count} steps from {first}', window == steps[first:first + count])
    fine = lines(checker.run('trace', program, '--by', 'instruction'))[1:]
    checker.check('trace: by instruction', len(fine) > 2 * len(steps) and
                  [s for s in fine if s['instruction'] == 0] != [] and
                  ''.join(s['stdout'] for s in fine) == '[3] caf\u00e9\n')
    unbound = lines(checker.run('trace', write('local.py', 'def f():\n    a = 1\nf()\n')))
    checker.check('trace: a name that is not bound yet', ['a', None] in unbound[3]['frames'][-1]['names'], unbound[3])
    error = lines(checker.run('trace', write('error.py', 'x = 1\nx.y\n')))[-1]
    checker.check('trace: an error', error['event'] == 'error' and 'message' in error and 'AttributeError'
                  in error['message'], error)
    endless = checker.run('trace', write('endless.py', 'while True:\n    x = 1\n'), '--from', '100000', '--steps', '5')
    checker.check('trace: a window of an endless loop', [s['step'] for s in lines(endless)[1:]] ==
                  list(range(100000, 100005)))
    odd = lines(checker.run('trace', write('odd.py', 'x = "\\ud800\\n\\0\\x1b\\"\\\\"\n')))
    text = odd[-1]['objects'][str(odd[-1]['frames'][0]['names'][0][1])]['repr']
    checker.check('trace: odd letters', text == repr('\ud800\n\0\x1b"\\'), ascii(text))


def tutor_trace(checker):
    endless = write('endless.py', 'while True:\n    pass\n')
    entries = json.loads(checker.run('trace', '--format', 'python-tutor', endless).stdout)['trace']
    checker.check('trace: Python Tutor\'s limit', len(entries) == 1001 and entries[-1]['exception_msg'].startswith(
        'Stopped after running 1000 steps.') and entries[-1]['event'] == 'instruction_limit_reached', entries[-1])
    window = checker.run('trace', '--format', 'python-tutor', '--from', '1000', '--steps', '500', endless)
    entries = json.loads(window.stdout)['trace']
    checker.check('trace: no limit in a window', len(entries) == 500 and entries[-1]['event'] == 'step_line',
                  entries[-1:])


COLLECTED = '''import gc
class Node:
    pass
a, b = Node(), Node()
a.other, b.other = b, a
kept = [Node()]
del a, b
print(gc.collect())
'''


def collector(checker):
    program = write('collected.py', COLLECTED)
    plain = [(s['step'], s['event']) for s in lines(checker.run('trace', program))[1:]]
    steps = lines(checker.run('trace', program, '--by', 'collector'))[1:]
    inside = [s for s in steps if 'moment' in s]
    checker.check('trace: by collector, the steps are the same',
                  [(s['step'], s['event']) for s in steps if 'moment' not in s] == plain)
    phases = [s['collector']['phase'] for s in inside]
    order = [p for i, p in enumerate(phases) if i == 0 or phases[i - 1] != p]
    checker.check('trace: by collector, the phases come in order',
                  order == ['start', 'copy', 'subtract', 'divide', 'age', 'clear', 'end'], order)
    nodes = [n for n, o in inside[0]['objects'].items() if o['type'] == 'Node']
    counts = [inside[1]['objects'][n]['gc_refs'] for n in nodes]
    checker.check('trace: by collector, gc_refs begin as the counts', len(nodes) == 3 and
                  counts == [inside[1]['objects'][n]['refcount'] for n in nodes], counts)
    last = [s for s in inside if s['collector']['phase'] == 'subtract'][-1]
    checker.check('trace: by collector, what is left counts references from outside',
                  sorted(last['objects'][n]['gc_refs'] for n in nodes) == [0, 0, 0])
    age = next(s for s in inside if s['collector']['phase'] == 'age')
    checker.check('trace: by collector, the cycle is garbage', sorted(o.get('color', '-') for n, o in
                  age['objects'].items() if n in nodes) == ['-', 'garbage', 'garbage'])
    step = str(inside[0]['step'])
    words = checker.run('text', program, '--step', step, '--collector', '2').stdout.decode()
    checker.check('text: a moment of the collector', 'moment 2 of a collection' in words
                  and 'collector: copy, generation 2' in words and 'gc_refs' in words
                  and 'got a copy of its reference count' in words, words)
    checker.refuses('text: a moment too far', checker.run('text', program, '--step', step, '--collector', '9999'),
                    '--collector')
    checker.refuses('text: no collection there', checker.run('text', program, '--step', '0', '--collector', '1'),
                    'no collection')


def memory(checker):
    program = write('memory.py', 'x = [1, 2, 3]\ny = 5\n')
    head, *steps = lines(checker.run('trace', program))
    number = str(dict(steps[-1]['frames'][0]['names'])['x'])
    address = steps[-1]['objects'][number]['address']
    words = checker.run('text', program, '--step', '2', '--bytes', number).stdout.decode()
    checker.check('text: bytes', f'bytes of object {number}: list, 88 bytes' in words and 'ob_refcnt' in words
                  and 'ob_item[2]' in words and address in words, words)
    words = checker.run('text', program, '--step', '2', '--pools').stdout.decode()
    block = f'0x{int(address, 16) - 16:x}'
    checker.check('text: pools', re.search(f'block [0-9]+ at {block}: used, object {number}\n', words)
                  and f'items of object {number}\n' in words and 'free list:' in words, words[:2000])
    checker.refuses('text: bytes of nothing', checker.run('text', program, '--bytes', '99999999'), 'no object')


def text(checker):
    result = checker.run('text', write('text.py', PROGRAM), '--step', '6').stdout.decode()
    checker.check('text: names, objects, counts and words', all(part in result for part in (
        'frame <module>', 'x: list', '1 reference', 'what happened')), result)


# ---- pictures ----

def png(path):
    """Width, height and texts of a picture; every chunk is checked."""
    with open(path, 'rb') as file:
        data = file.read()
    assert data[:8] == b'\x89PNG\r\n\x1a\n'
    at, chunks = 8, []
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        assert struct.unpack('>I', data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + body)
        chunks.append((kind, body))
        at += 12 + length
    width, height = struct.unpack('>II', chunks[0][1][:8])
    return width, height, dict(body.split(b'\0', 1) for kind, body in chunks if kind == b'tEXt')


def pictures(checker):
    program = write('picture.py', PROGRAM.replace('\\u00e9', 'e'))
    result = checker.run('snapshot', program, '--step', '6', '-o', 'a.png')
    width, height, texts = png('a.png')
    checker.check('snapshot: size and texts', result.returncode == 0 and (width, height) == (1920, 1080)
                  and texts[b'Step'] == b'6' and b'def f' in texts[b'Source'], (width, height, texts))
    again = checker.run('snapshot', 'a.png', '-o', 'b.png')
    checker.check('snapshot: opened again it is the same', again.returncode == 0 and
                  open('a.png', 'rb').read() == open('b.png', 'rb').read(), again.stderr)
    checker.run('snapshot', program, '--step', '6', '-o', 'c.png', '--size', '800x600', '--scale', '2', '--theme',
                'dark')
    checker.check('snapshot: size, scale and theme', png('c.png')[:2] == (800, 600))
    result = checker.run('snapshot', program, '--all', '-o', 'all', '--size', '640x480')
    names = sorted(os.listdir('all'))
    checker.check('snapshot: all steps', names == [f'step-{i:02}.png' for i in range(11)] and not result.stderr, names)
    progress_bar(checker, program)
    stack_with_many_names(checker)
    layout = json.loads(checker.run('layout', program, '--step', '6', '--size', '1280x720').stdout)
    ids = {box['id'] for box in layout['boxes']}
    checker.check('layout', (layout['width'], layout['height']) == (1280, 720) and 'frame:0' in ids
                  and all(a['to'] in ids and a['from'].split('/')[0] in ids and len(a['points']) > 1
                          for a in layout['arrows']) and layout['arrows'] != [], layout)


# ---- the rest ----

def bench(checker):
    keys = {
        'seek': {'steps', 'record_ms', 'seek_ms', 'back_ms', 'heap_mib', 'recording_mib'},
        'layout': {'objects', 'arrows', 'full_ms', 'step_ms'},
        'frame': {'boxes', 'arrows', 'texts', 'frame_ms'},
        'snapshot': {'width', 'height', 'draw_ms', 'encode_ms', 'bytes'},
    }
    program = write('bench.py', PROGRAM)
    for kind, expected in keys.items():
        result = checker.run('bench', kind, program)
        checker.check(f'bench {kind}', set(json.loads(result.stdout)) == expected, result)
    full = json.loads(checker.run('bench', 'layout', program, '--step', '8', '--full').stdout)
    checker.check('bench layout of a step', full['objects'] >= 3, full)


def lessons(checker):
    lesson = {'format': 'refarrows-lesson', 'version': 1, 'title': 'T', 'course': 'C', 'language': 'python',
              'program': ['a = 1', 'b = a'], 'waypoints': [{'at': {'after': 1}, 'say': 'Here we are.'}]}
    write('good.json', json.dumps(lesson))
    good = checker.run('check', 'good.json')
    checker.check('check: a good lesson', good.returncode == 0 and not good.stdout, good)
    write('bad.json', json.dumps(lesson, indent=1).replace('"waypoints"', '"wayponits"'))
    bad = checker.run('check', 'good.json', 'bad.json')
    checker.check('check: a wrong lesson', bad.returncode != 0 and re.match(rb'bad.json:\d+:\d+: ', bad.stdout), bad)
    lesson['waypoints'][0]['at']['after'] = 9
    write('late.json', json.dumps(lesson))
    late = checker.run('check', 'late.json')
    checker.check('check: a way-point that is never reached', late.returncode != 0 and b'late.json:' in late.stdout,
                  late)
    said = checker.run('text', 'good.json', '--step', '1').stdout
    checker.check('text: a lesson\'s own words', b'Here we are.' in said, said)
    checker.check('run: a lesson', checker.run('run', 'good.json').returncode == 0)


def compared(checker):
    write('two.py', 'a = [1]\nb = a\na = 2\nb.append(3)\ndel b\n')
    told = checker.run('text', 'two.py', '--step', '4', '--since', '1').stdout.decode()
    head, words = told.split('\n')[0], [line.strip() for line in told.split('\n')]
    checker.check('text --since: its head', head == 'compared with step 1', told)
    checker.check('text --since: what was rebound', any(word.startswith('a: int 2') and 'was list' in word for word in words), told)
    checker.check('text --since: what is bound since', any(word.startswith('b: list') and word.endswith('new') for word in words), told)
    checker.check('text --since: no words about one step', 'what happened' not in words, told)
    number = next(word for word in words if word.startswith('b: list')).split('object ')[1].split(',')[0]
    life = checker.run('text', 'two.py', '--object', number).stdout.decode()
    checker.check('text --object: what changed', 'changed\n    step 4, line 4: item 1 was added: the int 3\n' in life, life)
    gone = checker.run('text', 'two.py', '--step', '5', '--since', '1').stdout.decode()
    checker.check('text --since: what was freed', 'released\n  object' in gone and 'list' in gone.split('released')[1], gone)
    for step, since in (4, 4), (4, 9):
        refused = checker.run('text', 'two.py', '--step', str(step), '--since', str(since))
        checker.check('text --since: not before', refused.returncode == 2 and b'--since takes a step before' in refused.stderr, refused)
    late = checker.run('snapshot', 'two.py', '--step', '2', '--since', '99', '-o', 'two.png')
    checker.check('snapshot --since: no such step', late.returncode == 2 and b'99' in late.stderr, late)


def generators(checker):
    write('gen.py', 'def f():\n    yield 1\n    yield 2\ng = f()\nnext(g)\nfor x in g:\n    pass\nx = 0\n')
    steps = lines(checker.run('trace', 'gen.py'))[1:]
    for step, state in ((next(row['step'] for row in steps if row['line'] == 5), 'not started'),
                        (next(row['step'] for row in steps if row['line'] == 6), 'suspended at line 2'),
                        (next(row['step'] for row in steps if row['line'] == 8), 'finished')):
        told = checker.run('text', 'gen.py', '--step', str(step)).stdout.decode()
        checker.check(f'text: a generator, {state}', f'>, f, {state}, ' in told, told)


def instructions(checker):
    write('inside.py', 'def f(a, b):\n    return a * b + len([a, b])\nf(2, 3)\n')
    step = next(row['step'] for row in lines(checker.run('trace', 'inside.py'))[1:] if row['event'] == 'line' and row['line'] == 2)
    told = [checker.run('text', 'inside.py', '--step', str(step), '--instruction', str(n)).stdout.decode() for n in range(1, 10)]
    for n, part, columns, what in (
            (1, 'LOAD_FAST b', '16 to 16', '`a` put the int 2 on the evaluation stack (LOAD_FAST a).'),
            (2, 'BINARY_OP *', '12 to 16', '`b` put the int 3 on the evaluation stack (LOAD_FAST b).'),
            (3, 'LOAD_GLOBAL NULL + len', '20 to 22',
             '`a * b` took the int 2 and the int 3 off the evaluation stack and put the int 6 on it (BINARY_OP *).'),
            (7, 'CALL', '20 to 30', '`[a, b]` took the int 2 and the int 3 off the evaluation stack and put the list [2, 3] on it'),
            (8, 'BINARY_OP +', '12 to 30', '`len([a, b])` took the built-in function len and the list [2, 3] off')):
        checker.check(f'text --instruction {n}: what is next', f'next: {part}, line 2, columns {columns}\n' in told[n - 1], told[n - 1])
        checker.check(f'text --instruction {n}: what it did', f'  {what}' in told[n - 1], told[n - 1])
    checker.check('text --instruction: the stack', told[6].count('temporary: ') == 3, told[6])
    late = checker.run('text', 'inside.py', '--step', str(step), '--instruction', '99')
    checker.check('text --instruction: too many', late.returncode == 2 and b'no instruction 99' in late.stderr, late)


def notices(checker):
    help_text = checker.run('--help').stdout.decode()
    words = ['run', 'trace', 'text', 'snapshot', 'layout', 'check', 'bench', '--format', '--by', '--from', '--steps',
             '--step', '--holders', '--object', '--name', '--since', '--level', '-o', '--size', '--scale', '--theme', '--all', '--full', '--language', '--version']
    checker.check('--help', all(word in help_text for word in words), help_text)
    version = checker.run('--version')
    checker.check('--version', re.fullmatch(rb'refarrows \d+\.\d+\.\d+\n', version.stdout), version)
    for word in 'run', 'trace', 'bench':
        result = checker.run(word, '--help')
        checker.check(f'{word} --help', result.returncode == 0 and word in result.stdout.decode(), result)


def main(program):
    checker = Checker(os.path.abspath(program))
    for part in (run, interrupt, trace, tutor_trace, collector, memory, text, compared, generators, instructions, pictures, bench, lessons,
                 notices):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            part(checker)
            os.chdir('/')
    checker.end()


main(sys.argv[1])
