"""The programs of the C lessons here and with gcc: the same stdout and exit status, in those with a mistake as well.

    python3 c_lessons.py REFARROWS LESSON...
"""
import json
import pathlib
import subprocess
import sys
import tempfile

TIMEOUT = 60


def answer_of(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT)
    return done.stdout, done.returncode if done.returncode >= 0 else 128 - done.returncode


def with_gcc(text):
    with tempfile.TemporaryDirectory() as folder:
        source, program = pathlib.Path(folder) / "program.c", pathlib.Path(folder) / "program"
        source.write_text(text, encoding="utf-8")
        subprocess.run(["gcc", "-O0", "-w", "-o", program, source], check=True)
        return answer_of([program])


def main(refarrows, *paths):
    count = wrong = 0
    for path in paths:
        lesson = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        if lesson.get("language") != "c":
            continue
        ours, theirs = answer_of([refarrows, "run", path]), with_gcc("\n".join(lesson["program"]) + "\n")
        count += 1
        if ours != theirs:
            wrong += 1
            print(f"{path}: stdout and exit status {ours}, with gcc {theirs}")
    print(f"{count} C lessons, {wrong} wrong")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
