"""Programs that change what objects are made of: whatever becomes of the program, the process must not crash.

    python3 fuzz_attributes.py REFARROWS COUNT FIRST_SEED [ROUNDS]
"""
import os
import subprocess
import sys

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'programs', 'attributes.py')
TIMEOUT = 120                          # a program that made itself endless is no crash


def crashed(refarrows, seed, rounds):
    command = [refarrows, 'run', PROGRAM, str(seed), str(rounds)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode < 0 or b'ERROR: AddressSanitizer' in done.stderr or b'runtime error' in done.stderr:
        return f'seed {seed}: status {done.returncode}\n{done.stderr[-2000:].decode(errors="replace")}'
    return None


def main(refarrows, count, first, rounds='60'):
    found = [text for seed in range(int(first), int(first) + int(count)) if (text := crashed(refarrows, seed, rounds))]
    print('\n'.join(found))
    print(f'{int(count) - len(found)} of {count} programs left the process alive')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
