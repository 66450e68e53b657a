"""What the command line tells about the memory of C programs: the heap block by block, a block's bytes, who made a block
and who gave it back, when a byte was written last.

    python3 c_memory.py REFARROWS
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from check import Checker

PROGRAM = '''\
#include <stdlib.h>
struct pair { char tag; int value; };
struct pair *make(int value)
{
    struct pair *p = malloc(sizeof *p);
    p->tag = 'x';
    p->value = value;
    return p;
}
int main(void)
{
    int a[3] = {1, 2, 3};
    struct pair *first = make(300);
    struct pair *second = make(7);
    struct pair *third = make(8);
    a[1] = 5;
    first->value = 258;
    free(first);
    free(second);
    char *text = malloc(40);
    text[0] = 0;
    free(text);
    free(third);
    return a[1];
}
'''


class MemoryChecker(Checker):
    def same(self, name, found, expected):
        self.check(name, found == expected, f"found {found}, expected {expected}")

    def lines(self, *words):
        return self.run(*[str(word) for word in words]).stdout.decode().splitlines()

    def text(self, path, line, *options):
        """The text of the first step at which that line is about to run."""
        steps = [json.loads(text) for text in self.lines("trace", path)[1:]]
        step = next(s["step"] for s in steps if s["event"] == "line" and s["line"] == line)
        return self.lines("text", path, "--step", step, *options)


def check_heap(checker, path):
    heap = checker.text(path, 17, "--pools")
    used = [line for line in heap if "asked for at" in line]
    checker.same("blocks", [re.search(r"(\d+) bytes: header of 16, (\d+) asked", line).groups() for line in used],
                 [("32", "8")] * 3)
    starts = [int(line.split(":")[0], 16) for line in heap if line.startswith("  0x")]
    sizes = [int(re.search(r": (\d+) bytes", line).group(1)) for line in heap if line.startswith("  0x")]
    checker.same("one after the other", [a + s for a, s in zip(starts, sizes)][:-1], starts[1:])
    checker.same("asked for", heap[-1], "  24 bytes asked for and not freed")
    heap = checker.text(path, 20, "--pools")
    free = [line.split(": ")[2] for line in heap if ": free," in line]
    checker.same("last in, first out", free, ["free, number 2 in the list of blocks of 32 bytes",
                                              "free, number 1 in the list of blocks of 32 bytes"])


def check_bytes(checker, path):
    number = next(re.search(r"object (\d+)", line).group(1) for line in checker.text(path, 17) if "first," in line)
    fields = [line.split(None, 1) for line in checker.text(path, 17, "--bytes", number) if ".." in line]
    checker.same("offsets", [field[0] for field in fields], ["-8..-1", "0..0", "1..3", "4..7"])
    checker.same("little-endian", fields[3][1].endswith("300 = 2c 01 00 00"), True)
    checker.same("padding", fields[2][1], "padding")
    life = [line.strip() for line in checker.lines("text", path, "--object", number)]
    checker.same("made", life[1].split(", ", 1)[1], "line 5, in make")
    checker.same("freed", life[2].split(", ", 1)[1], "line 18, in main")
    return number


def check_writes(checker, path, number):
    answer = checker.text(path, 24, "--name", "a[1]")
    checker.same("element", answer[0].split(": ")[1], "5")
    checker.same("written", answer[1].split(", ", 1)[1], "line 16, in main")
    checker.same("before", answer[2], "  before that: 2")
    answer = checker.text(path, 18, "--name", f"object:{number}/value")
    checker.same("member", answer[1].split(", ", 1)[1], "line 17, in main")
    checker.same("member before", answer[2], "  before that: 300")
    address = answer[0].split(" at ")[1].split(":")[0]
    second = hex(int(address, 16) + 1)
    answer = checker.text(path, 18, "--name", second)
    checker.same("a byte that stayed as it was", answer[1].split(", ", 1)[1], "line 7, in make")
    checker.refuses("no such variable", checker.run("text", path, "--step", "3", "--name", "nobody"), "no variable 'nobody'")


def check_instructions(checker, path):
    """`p->value = value;` of the first call, instruction by instruction: what comes next, of which part of the line, and
    what is on the evaluation stack."""
    steps = [json.loads(text) for text in checker.lines("trace", path)[1:]]
    step = next(s["step"] for s in steps if s["event"] == "line" and s["line"] == 7)
    expected = [
        (1, "MEMBER 4 bytes", "5 to 12", ["struct pair *: pointer "], "`p` put the address of the struct pair"),
        (2, "LOAD_LOCAL_I32 value", "16 to 20", ["int *: pointer "], "`p->value` took the address of the struct pair"),
        (3, "STORE_I32", "5 to 20", ["int *: pointer ", "int: 300"], "`value` put 300 on the evaluation stack"),
    ]
    for number, name, columns, stack, words in expected:
        told = checker.lines("text", path, "--step", step, "--instruction", number)
        checker.same(f"instruction {number}", told[1], f"next: {name}, line 7, columns {columns}")
        found = [line.split("temporary, ")[1] for line in told if "temporary, " in line]
        checker.same(f"cells before {number}", [f[:len(s)] for f, s in zip(found, stack)], stack)
        checker.same(f"no more before {number}", len(found), len(stack))
        checker.same(f"told of {number}", told[-1].strip()[:len(words)], words)


def check_stopping(checker, path):
    wrong = PROGRAM.replace("a[1] = 5;", "a[3] = 5;")
    Path(path).write_text(wrong)
    goes_on = checker.run("run", path)
    checker.same("goes on", (goes_on.returncode, goes_on.stderr.count(b"one past the end")), (2, 1))
    stops = checker.run("run", "--stop-at-error", path)
    checker.same("stops", (stops.returncode, stops.stderr.count(b"one past the end")), (1, 1))
    last = json.loads(checker.lines("trace", "--stop-at-error", path)[-1])
    checker.same("last step", last["event"], "error")
    text = checker.lines("text", "--stop-at-error", path, "--step", last["step"])
    checker.same("its last step is reached again", text[0].startswith(f"step {last['step']}:"), True)


def check_colours(checker, folder):
    """A comment with words of Python in it has no keyword's colour; the `return` of C has."""
    source, picture = str(Path(folder) / "colours.c"), str(Path(folder) / "colours.png")
    lines = ("a comment", "/* from the class import, and not return */", False), ("C", "int f(int a) { return a; }", True)
    for name, text, found in lines:
        Path(source).write_text(text + "\nint main(void)\n{\n    ;\n}\n")
        checker.run("snapshot", source, "--step", "1", "--theme", "light", "--size", "1280x720", "-o", picture)
        line = subprocess.run(["convert", picture, "-crop", "250x22+60+88", "txt:-"], capture_output=True, text=True).stdout
        checker.same(f"keywords of {name} are coloured as C", "#8660B8" in line, found)


def main(program):
    checker = MemoryChecker(os.path.abspath(program))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "program.c")
        Path(path).write_text(PROGRAM)
        check_heap(checker, path)
        check_writes(checker, path, check_bytes(checker, path))
        check_instructions(checker, path)
        check_stopping(checker, path)
        check_colours(checker, folder)
    checker.end()


main(*sys.argv[1:])
