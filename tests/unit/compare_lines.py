"""Runs a program under CPython's sys.settrace and checks that our LINE and LINE_CHECK would report the same lines.

    python3 compare_lines.py path/to/dump_code FILE...

CPython tells which instructions each frame executes and where it reports a line. The same path is walked through our
code (whose instructions are the same but for the markers), obeying the markers as the evaluation loop does.
"""
import dis
import io
import contextlib
import os
import subprocess
import sys

SKIPPED = {"CACHE", "EXTENDED_ARG", "PRECALL"}
MARKERS = {"LINE", "LINE_CHECK"}


def our_code(tool, path):
    text = subprocess.run([tool, "--lines", path], capture_output=True, text=True).stdout
    units, unit = {}, None
    for line in text.split("\n")[1:]:
        if line.startswith("CODE "):
            _, first, name = line.split(" ", 2)
            unit = units.setdefault((name, int(first)), [])
            pending = []
        elif line:
            _, name, arg, _, _ = line.split()
            if name in MARKERS:
                pending.append((name, int(arg)))
            else:
                unit.append((name, pending))
                pending = []
    return units


class Walk:
    """One frame: what CPython did, and what our markers say."""

    def __init__(self, code, units):
        self.ordinals, count = {}, 0
        for i in dis.get_instructions(code):
            if i.opname not in SKIPPED:
                self.ordinals[i.offset] = count
                count += 1
        self.ours = units[code.co_qualname, code.co_firstlineno]
        self.line, self.wanted, self.got, self.previous = 0, [], [], None

    def step(self, offset):
        if offset not in self.ordinals:
            return
        number = self.ordinals[offset]
        if self.previous is not None and number < self.previous:
            name = self.ours[self.previous][0]
            if "BACKWARD" not in name or "NO_INTERRUPT" not in name:
                self.line = 0
        for name, line in self.ours[number][1]:
            if line and (name == "LINE" or self.line != line):
                self.got.append(line)
            self.line = line
        self.previous = number


def scripts(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        else:
            yield from sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith(".py"))


def main():
    tool, *paths = sys.argv[1:]
    bad = 0
    for path in scripts(paths):
        path = os.path.abspath(path)
        units, walks = our_code(tool, path), {}

        def trace(frame, event, arg):
            if frame.f_code.co_filename != path:
                return None
            frame.f_trace_opcodes = True
            walk = walks.get(frame)
            if walk is None:
                walk = walks[frame] = Walk(frame.f_code, units)
                walk.frame = frame
            if event == "line":
                walk.wanted.append(frame.f_lineno)
            elif event == "opcode":
                walk.step(frame.f_lasti)
            return trace

        with open(path) as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        with contextlib.redirect_stdout(io.StringIO()):
            sys.settrace(trace)
            try:
                exec(code, {"__name__": "__main__"})
            finally:
                sys.settrace(None)
        for walk in walks.values():
            if walk.wanted != walk.got:
                bad += 1
                print(path, walk.frame.f_code.co_qualname, "wanted", walk.wanted[:60], "got", walk.got[:60])
        print(path, len(walks), "frames", sum(len(w.wanted) for w in walks.values()), "lines")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
