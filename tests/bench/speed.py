"""How fast programs run here, next to CPython: speed.py REFARROWS [--rounds N] [--cpu] [PROGRAM...]

Every program runs in turn here (`refarrows run`: recorded) and in CPython, N rounds of each in alternation; the shortest
time of each side counts, for whatever else a machine does only makes a run longer. Time is the wall's, or with --cpu the
processor's, which says more while others keep the machine busy. Both must print the same."""
import argparse
import math
import os
import pathlib
import subprocess
import sys
import time

CPYTHON = '/usr/bin/python3'
SLOWEST = 1.5                  # no program may take longer than this, relative to CPython
PROGRAMS = pathlib.Path(__file__).parent / 'python'


def run(command, cpu):
    """Seconds taken by one run, and what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{" ".join(map(str, command))}: exit status {process.returncode}')
    return usage.ru_utime + usage.ru_stime if cpu else wall, output


def measure(refarrows, program, rounds, cpu):
    """The shortest run here and in CPython."""
    ours, theirs = [], []
    for _ in range(rounds):
        here, printed = run([refarrows, 'run', program], cpu)
        there, expected = run([CPYTHON, program], cpu)
        if printed != expected:
            sys.exit(f'{program}: the output differs')
        ours.append(here)
        theirs.append(there)
    return min(ours), min(theirs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition('\n')[0])
    parser.add_argument('refarrows')
    parser.add_argument('programs', nargs='*', type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=7)
    parser.add_argument('--cpu', action='store_true')
    options = parser.parse_args()
    programs = options.programs or sorted(PROGRAMS.glob('*.py'))
    print(f'{"program":20}{"here, ms":>10}{"CPython":>10}{"ratio":>8}')
    ratios = []
    for program in programs:
        here, there = measure(options.refarrows, program, options.rounds, options.cpu)
        print(f'{program.stem:20}{here * 1000:10.1f}{there * 1000:10.1f}{here / there:8.2f}', flush=True)
        if program.stem != 'empty':
            ratios.append(here / there)
    if ratios:
        print(f'geometric mean of {len(ratios)}: {math.exp(sum(map(math.log, ratios)) / len(ratios)):.2f}, '
              f'slowest {max(ratios):.2f} (at most {SLOWEST})')


if __name__ == '__main__':
    main()
