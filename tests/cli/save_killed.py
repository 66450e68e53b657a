"""A process that saves a text is killed three hundred times: the file is whole each time, never older than before, and
still has its permissions; a link to it is still one. save_killed.py SAVE_TEXT"""
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

TIMES = 300


def state_of(path):
    """The number that all lines have."""
    lines = open(path).read().split('\n')
    number = int(lines[0])
    if lines.pop() or set(lines) != {str(number)} or len(lines) != 100 + number % 2900:
        sys.exit(f'not ok: half a file: {len(lines)} lines of {set(lines)}')
    return number


def main(program):
    wait = random.Random(1)
    moved = half = last = 0
    with tempfile.TemporaryDirectory() as folder:
        path, link = os.path.join(folder, 'real.py'), os.path.join(folder, 'link.py')
        with open(path, 'w') as file:
            file.write('0\n' * 100)
        os.chmod(path, 0o640)
        os.symlink('real.py', link)
        for _ in range(TIMES):
            process = subprocess.Popen([program, link])
            time.sleep(wait.random() * 0.02)
            process.send_signal(signal.SIGKILL)
            if process.wait() != -signal.SIGKILL:
                sys.exit('not ok: it ended by itself')
            half += os.path.exists(os.path.join(folder, '.real.py.refarrows-new'))
            number = state_of(path)
            if number < last:
                sys.exit(f'not ok: {number} after {last}')
            moved += number > last
            last = number
        others = set(os.listdir(folder)) - {'real.py', 'link.py', '.real.py.refarrows-new'}
        mode = os.stat(path).st_mode & 0o777
        if others or not moved or mode != 0o640 or not os.path.islink(link):
            sys.exit(f'not ok: {others} left, {moved} saves, mode {mode:o}')
    print(f'ok killed {TIMES} times, {half} of them while writing, {moved} after saving; the file was whole each time')


if __name__ == '__main__':
    main(sys.argv[1])
