"""A process that saves progress is killed a thousand times: the file is whole each time, and never older than before.
progress_killed.py SAVE_PROGRESS"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

TIMES, MOST_SECONDS = 1000, 40


def state_of(path):
    """The step that all of the lessons stand at."""
    with open(path) as file:
        lessons = json.load(file)['lessons']
    steps = {lesson['last'] for lesson in lessons.values()}
    if len(lessons) != 40 or len(steps) != 1:
        sys.exit(f'not ok: a mixture of states: {steps}')
    return steps.pop()


def main(program):
    wait = random.Random(1)
    killed = moved = half = last = 0
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'progress.json')
        while killed < TIMES and time.monotonic() - start < MOST_SECONDS:
            process = subprocess.Popen([program, folder])
            time.sleep(wait.random() * 0.02)
            process.send_signal(signal.SIGKILL)
            status = process.wait()
            if status != -signal.SIGKILL:
                sys.exit(f'not ok: it ended by itself with {status}')
            killed += 1
            half += os.path.exists(path + '.new')
            if os.path.exists(path):
                step = state_of(path)
                if step < last:
                    sys.exit(f'not ok: step {step} after step {last}')
                moved += step > last
                last = step
        others = set(os.listdir(folder)) - {'progress.json', 'progress.json.new'}
    if others or not moved:
        sys.exit(f'not ok: {others} left; {moved} of {killed} had saved something')
    print(f'ok killed {killed} times, {half} of them while writing, {moved} after saving; the file was whole each time')


if __name__ == '__main__':
    main(sys.argv[1])
