"""C programs with one mistake each: it is found at the right line, in words that name it, and nothing else is.

    run_c_errors.py REFARROWS FOLDER

The line of the mistake carries a comment with a part of the message: /* !one past the end */. Where a mistake can show
at one of several lines, each of them has one.
"""
import pathlib
import re
import subprocess
import sys


def expectations(source):
    lines = source.read_text().splitlines()
    found = [(number, re.search(r'/\* !(.*) \*/', line)) for number, line in enumerate(lines, 1)]
    return {number: match.group(1) for number, match in found if match}


def reports(refarrows, source):
    done = subprocess.run([refarrows, 'run', source.name], cwd=source.parent, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60)
    told = re.findall(rf'^{re.escape(source.name)}:(\d+): (.*)$', done.stderr.decode(errors='replace'), re.M)
    return [(int(line), text) for line, text in told]


def what_is_wrong(refarrows, source):
    expected, told = expectations(source), reports(refarrows, source)
    if not expected:
        return 'the program says nowhere what is expected'
    right = [line for line, text in told if expected.get(line) and expected[line] in text]
    return None if len(right) == len(told) == 1 else f'expected {expected}, told {told}'


def main(refarrows, folder):
    refarrows = pathlib.Path(refarrows).resolve()
    sources = sorted(pathlib.Path(folder).glob('*.c'))
    wrong = [(source.name, problem) for source in sources if (problem := what_is_wrong(refarrows, source))]
    for name, problem in wrong:
        print(f'{name}: {problem}')
    print(f'{len(sources)} programs, {len(wrong)} wrong')
    return 1 if wrong or not sources else 0


sys.exit(main(*sys.argv[1:]))
