"""Runs every script below the given folder here and in CPython 3.11 and compares: stdout to the byte, the exit status,
and the last line of stderr. A file NAME.in beside NAME.py is what is typed.

    python3 run_python.py REFARROWS FOLDER|FILE...
"""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

CPYTHON = "/usr/bin/python3"
TIMEOUT = 60


def scripts(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, _, names in sorted(os.walk(path)):
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".py"))


def run(command, script):
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8")
    typed = script[:-len(".py")] + ".in"
    try:
        with open(typed if os.path.exists(typed) else os.devnull) as keyboard:
            done = subprocess.run(command + [os.path.basename(script)], cwd=os.path.dirname(os.path.abspath(script)),
                                  stdin=keyboard, capture_output=True, timeout=TIMEOUT, env=environment)
    except subprocess.TimeoutExpired:
        return b"", "timeout", b""
    last = done.stderr.rstrip().rsplit(b"\n", 1)[-1]
    return done.stdout, done.returncode, last


def difference(script, refarrows):
    theirs = run([CPYTHON, "-sP"], script)
    ours = run([refarrows, "run"], script)
    for what, a, b in zip(("stdout", "exit status", "last line of stderr"), theirs, ours):
        if a == b:
            continue
        if what == "stdout":
            pairs = zip(a.split(b"\n") + [b"(end)"], b.split(b"\n") + [b"(end)"])
            a, b = next(((x, y) for x, y in pairs if x != y), (a[-80:], b[-80:]))
        return f"{script}: {what}\n    CPython:   {a!r:.300}\n    refarrows: {b!r:.300}"
    return None


def main(refarrows, *paths):
    waiting = list(scripts(paths))
    with ThreadPoolExecutor(2) as pool:
        found = [d for d in pool.map(lambda s: difference(s, os.path.abspath(refarrows)), waiting) if d]
    print("\n".join(found))
    print(f"{len(waiting) - len(found)} of {len(waiting)} scripts agree with CPython")
    return 1 if found or not waiting else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
