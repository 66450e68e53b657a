"""C programs in pictures: every pointer's arrow leads to the very element, and ends where that is drawn.

    run_c_arrows.py REFARROWS FOLDER

A line of a program says what is to be seen when it is about to run for the first time:

    sum += *p;      /* ~p: frame:0/a[1], ~end: frame:0/a[4] */

`~p` is the arrow of that name of the frame that runs; an arrow of a block's member is named in full, ~object:#/next,
with # for any number. `nothing` says that there is none. What an arrow leads to is compared with the ids of the
picture, and its last point must lie within the box.
"""
import json
import pathlib
import re
import subprocess
import sys


def expectations(source):
    found = {}
    for number, line in enumerate(source.read_text().splitlines(), 1):
        note = re.search(r'/\* (~.*) \*/', line)
        if note:
            found[number] = [part.split(': ') for part in note.group(1).split(', ')]
    return found


def ask(refarrows, *arguments):
    done = subprocess.run([refarrows, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors='replace'))
    return done.stdout.decode()


def first_steps(refarrows, source):
    """By line: the first step at which it is about to run, and the number of frames then."""
    steps = {}
    for line in ask(refarrows, 'trace', source).splitlines()[1:]:
        step = json.loads(line)
        if step['event'] == 'line':
            steps.setdefault(step['line'], (step['step'], len(step['frames'])))
    return steps


def lies_within(point, box):
    return box['x'] - 1 <= point[0] <= box['x'] + box['w'] + 1 and box['y'] - 1 <= point[1] <= box['y'] + box['h'] + 1


def is_meant(name, identity):
    return re.fullmatch(re.escape(name).replace(r'\#', r'\d+'), identity) is not None


def check(picture, frames, name, target):
    name = name[1:] if '/' in name else f'frame:{frames - 1}/{name[1:]}'
    arrows = [a for a in picture['arrows'] if is_meant(name, a['from'])]
    if target == 'nothing':
        return 'it has an arrow' if arrows else None
    if len(arrows) != 1:
        return f'it has {len(arrows)} arrows'
    to = arrows[0]['to']
    if not is_meant(target, to):
        return f'it leads to {to}'
    box = next(b for b in picture['boxes'] if b['id'] == to.split('/')[0])
    return None if lies_within(arrows[0]['points'][-1], box) else f'it ends outside of {box["id"]}'


def problems(refarrows, source):
    steps = first_steps(refarrows, source)
    for line, arrows in expectations(source).items():
        step, frames = steps[line]
        picture = json.loads(ask(refarrows, 'layout', source, '--step', step))
        for name, target in arrows:
            problem = check(picture, frames, name, target)
            if problem:
                yield f'{source.name}:{line}: {name}: {problem}, not to {target}'


def main(refarrows, folder):
    refarrows = pathlib.Path(refarrows).resolve()
    sources = sorted(pathlib.Path(folder).glob('*.c'))
    checked = sum(len(arrows) for source in sources for arrows in expectations(source).values())
    wrong = [problem for source in sources for problem in problems(refarrows, source)]
    print('\n'.join(wrong))
    print(f'{checked} arrows in {len(sources)} programs, {len(wrong)} wrong')
    return 1 if wrong or not checked else 0


sys.exit(main(*sys.argv[1:]))
