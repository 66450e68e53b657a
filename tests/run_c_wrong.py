"""Wrong C programs: refarrows says so at the line that carries the comment, with words of it, and exits 1.

    run_c_wrong.py REFARROWS FOLDER

/* !undeclared */ on a line stands for "FILE:LINE:COLUMN: error: ...undeclared..." as the first error; the report shows
the line with a caret.
"""
import pathlib
import re
import subprocess
import sys


def what_is_wrong(refarrows, source):
    lines = source.read_text().splitlines()
    expected = [(number, match.group(1)) for number, line in enumerate(lines, 1)
                if (match := re.search(r'/\* !(.*?) \*/', line))]
    done = subprocess.run([refarrows, 'run', source.name], cwd=source.parent, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60)
    report = done.stderr.decode(errors='replace')
    told = re.match(rf'{re.escape(source.name)}:(\d+):(\d+): error: (.*)\n *\d+ \| .*\n +\| .*\^', report)
    if done.returncode != 1 or not told:
        return f'exit status {done.returncode}, report {report[:200]!r}'
    if (int(told.group(1)), True) != (expected[0][0], expected[0][1] in told.group(3)):
        return f'expected {expected[0]}, told {told.group(0)!r}'
    return None


def main(refarrows, folder):
    refarrows = pathlib.Path(refarrows).resolve()
    sources = sorted(pathlib.Path(folder).glob('*.c'))
    wrong = [(source.name, problem) for source in sources if (problem := what_is_wrong(refarrows, source))]
    for name, problem in wrong:
        print(f'{name}: {problem}')
    print(f'{len(sources)} programs, {len(wrong)} wrong')
    return 1 if wrong or not sources else 0


sys.exit(main(*sys.argv[1:]))
