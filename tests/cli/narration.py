"""The narration of real runs: every step says something, in whole sentences, and what changed is never told as nothing.

Usage: narration.py REFARROWS FOLDER...   (programs in Python and C; the first steps of each are read)
"""
import pathlib
import re
import subprocess
import sys

STEPS = 30
NOTHING = "nothing that is shown changed"
# What no sentence may hold: words of the machine's inside, places that do not exist, broken quotes.
FORBIDDEN = [r"\bLine 0\b", r"<lambda(?!>)", r"\bNULL ob", r"  ", r" ,", r"\.\.$", r"\bthe the\b", r"\ba a\b", r"%",
             r"more to come", r"\(null\)"]
# A quoted line of source or output may hold anything.
QUOTED = re.compile(r"`[^`]*`|'[^']*'|\"[^\"]*\"")


def text(refarrows, program, step, depth="causes"):
    answer = subprocess.run([refarrows, "text", program, "--step", str(step), "--depth", depth], capture_output=True,
                            text=True, encoding="utf-8", errors="replace")
    if answer.returncode:
        return None, None
    outline, _, told = answer.stdout.partition("what happened\n")
    return outline, [line.strip() for line in told.splitlines()]


def changed(outline):
    """What the outline marks as other than before; counts of objects that the interpreter shares do not matter."""
    return [line for line in outline.splitlines()
            if re.search(r", was |, new$|, new,", line) and "shared" not in line and "references" not in line
            and not re.match(r"\s*object \d+:", line)]


def read(refarrows, program, problems):
    lines = 0
    for step in range(1, STEPS):
        outline, told = text(refarrows, program, step)
        if outline is None:
            break
        where = f"{program.name} step {step}"
        lines += len(told)
        if not told:
            problems.append(f"{where}: nothing is told")
            continue
        for sentence in told:
            bare = QUOTED.sub("Q", sentence)
            if not sentence.endswith((".", "!", "?", "\u2026")):
                problems.append(f"{where}: no full stop: {sentence}")
            if not re.match(r"[A-Z`_a-z]", sentence):
                problems.append(f"{where}: begins oddly: {sentence}")
            for pattern in FORBIDDEN:
                if re.search(pattern, bare):
                    problems.append(f"{where}: {pattern}: {sentence}")
        if NOTHING in told[0] and changed(outline):
            problems.append(f"{where}: told as nothing: {told[0]} but {changed(outline)}")
        if step % 8 == 0:
            depths(refarrows, program, step, told, problems)
    return lines


def depths(refarrows, program, step, told, problems):
    brief = text(refarrows, program, step, "sentence")[1]
    full = text(refarrows, program, step, "counts")[1]
    where = f"{program.name} step {step}"
    if len(brief) != 1 or brief[0].rstrip(".") not in told[0]:
        problems.append(f"{where}: not the first sentence: {brief}")
    if full[:len(told)] != told:
        problems.append(f"{where}: more depth tells something else: {full}")


def main():
    refarrows, folders = sys.argv[1], sys.argv[2:]
    problems, lines, programs = [], 0, 0
    for folder in folders:
        for program in sorted(pathlib.Path(folder).iterdir()):
            if program.suffix in (".py", ".c"):
                programs += 1
                lines += read(refarrows, program, problems)
    for problem in problems[:60]:
        print(problem)
    print(f"{programs} programs, {lines} sentences, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
