"""C programs here and with gcc: the same stdout and exit status, and no mistake reported in those that end well.

    run_c.py REFARROWS PATH...

A program NAME.c may have NAME.in beside it, its standard input.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

TIMEOUT = 60


def programs(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.rglob('*.c')) if path.is_dir() else [path]


def run(command, source, **options):
    typed = source.with_suffix('.in')
    try:
        done = subprocess.run(command, input=typed.read_bytes() if typed.exists() else b'', capture_output=True,
                              timeout=TIMEOUT, cwd=source.parent, **options)
    except subprocess.TimeoutExpired:
        return b'', 'no end', b''
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode
    return done.stdout, status, done.stderr


def with_gcc(source, folder):
    """None when gcc does not compile it."""
    program = pathlib.Path(folder) / 'program'
    built = subprocess.run(['gcc', '-O0', '-w', '-o', program, source.name, '-lm'], capture_output=True,
                           cwd=source.parent)
    return run([source.name], source, executable=program) if built.returncode == 0 else None


def difference(ours, theirs):
    if ours[1] != theirs[1]:
        return f'exit status {ours[1]}, gcc {theirs[1]}: {ours[2][-300:].decode(errors="replace")}'
    report = re.search(rb'^[^:\n]+\.[ch]:\d+: .*', ours[2], re.M)
    if report and theirs[1] < 128:
        return f'reported without need: {report.group().decode(errors="replace")}'
    if ours[0] == theirs[0]:
        return None
    if theirs[1] >= 128 and ours[0].startswith(theirs[0]):
        return None            # what a dying process had not written yet is lost, ours is not
    pairs = zip(ours[0].splitlines() + [b'<end>'], theirs[0].splitlines() + [b'<end>'])
    for number, (a, b) in enumerate(pairs, 1):
        if a != b:
            return f'line {number} of stdout: {a[:100]!r}, gcc {b[:100]!r}'
    return 'stdout differs in its length'


def main(refarrows, *paths):
    refarrows = pathlib.Path(refarrows).resolve()
    count = failures = 0
    for source in programs(paths):
        with tempfile.TemporaryDirectory() as folder:
            theirs = with_gcc(source, folder)
        if theirs is None:
            print(f'{source}: gcc does not compile it')
            failures += 1
            continue
        ours = run([refarrows, 'run', source.name], source)
        wrong = difference(ours, theirs)
        count += 1
        if wrong:
            failures += 1
            print(f'{source}: {wrong}')
    print(f'{count} programs, {failures} wrong')
    return 1 if failures or not count else 0


sys.exit(main(*sys.argv[1:]))
