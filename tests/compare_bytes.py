"""Compares `refarrows text --bytes` with CPython's memory: for objects of many types every field is read in a real CPython
at the offset, with the size, that is told here: numbers must be the same, pointers NULL or not, referents have the same
repr.

    python3 compare_bytes.py REFARROWS PROGRAM

Each name that the program binds at its end is one object. What is another at every start (hashes of addresses, pointers
to C code) is only asked for being there.
"""
import ctypes
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from run_python import CPYTHON  # noqa: E402

PART = re.compile(r"^  (\S+) at (0x[0-9a-f]+), (\d+) bytes$")
POINTER_TO = {"ob_item": 24, "PyDictKeysObject": 32, "table": 40, "_PyInterpreterFrame": 24, "PyDictValues": -32}
# Differ for good reason: CPython counts versions and specialises code as it goes; a pointer back to the C stack
LEFT_ALONE = {"ma_version_tag", "func_version", "dk_version", "tp_version_tag", "previous", "is_entry", "frame_obj",
              "md_def", "m_module"}
HELD_BY_OTHERS = {"sys", "types", "weakref", "module", "builtin", "descriptor", "getset", "wrapper"}   # CPython's other modules
FLAGS_LEFT = 1 << 19 | 1 << 11         # there is a valid version, a vectorcall


def parts_of(text):
    """[name, size, [[offset, size, type, name, value]]] as told by --bytes."""
    parts = []
    for line in text.splitlines():
        part = PART.match(line)
        if part:
            parts.append([part[1], int(part[3]), []])
        elif line.startswith("    ") and ".." in line[:20]:
            span, rest = line.split(None, 1)
            first, last = map(int, re.match(r"(-?\d+)\.\.(-?\d+)$", span).groups())
            kind, name, value = re.match(r"(.{19}) (\S+) +(.*)$", rest).groups()
            kind = kind.rstrip()
            parts[-1][2].append([first, last - first + 1, kind, name, value])
    return parts


def read(address, size, signed=True):
    return int.from_bytes(ctypes.string_at(address, size), "little", signed=signed)


def pointer_differs(address, value):
    pointer = read(address, 8, False)
    if value.startswith(("made from", "the ", "that by", "of the interpreter, or", "allocated", "instruction")) or \
            "not counted" in value:
        return None
    if (pointer == 0) != (value == "NULL" or value.startswith("0:") or value == "0"):
        return f"{value!r}, there {pointer:#x}"
    shown = re.match(r"0x[0-9a-f]+  (.*?)(?: \(object \d+\))?$", value)
    if not pointer or not shown or "0x" in shown[1] or "\u2026" in shown[1]:
        return None
    theirs = repr(ctypes.cast(pointer, ctypes.py_object).value)
    return None if theirs == shown[1] or "0x" in theirs else f"{shown[1]!r}, there {theirs!r:.60}"


def number_differs(address, size, kind, name, value):
    if name == "tp_name":
        theirs = ctypes.string_at(read(address, 8, False)).decode()
        return None if f'"{theirs}"' == value else f"{value}, there {theirs}"
    theirs = read(address, size, not kind.startswith(("u", "Py_UCS", "digit")))
    if kind == "double":
        return None if float(value) == ctypes.c_double.from_address(address).value else value
    if name == "tp_flags":
        return None if (int(value, 16) ^ theirs) & ~FLAGS_LEFT == 0 else f"{value}, there {theirs:#x}"
    if name == "state":
        return None
    number = re.match(r"-?\d+", value)
    number = int(number[0]) if number else int(re.match(r"entry (\d+)", value)[1]) if value.startswith("entry") else None
    return f"{value!r}, there {theirs}" if number is not None and number != theirs else None


def field_differs(base, field):
    offset, size, kind, name, value = field
    if name in LEFT_ALONE or kind == "char[]":
        return None
    is_pointer = kind.endswith("*") or kind in ("uintptr_t", "initproc", "newfunc", "destructor")
    if is_pointer and name != "tp_name":
        return pointer_differs(base + offset, value)
    return number_differs(base + offset, size, kind, name, value)


def compare(told, namespace):
    """In CPython: says what differs, and how many fields agree."""
    agree = 0
    for name, size, parts in told:
        address = id(namespace[name])
        if sys.getsizeof(namespace[name]) != size:
            print(f"{name}: size {size}, there {sys.getsizeof(namespace[name])}")
        for i, (part, part_size, fields) in enumerate(parts):
            if len(fields) <= 2 and i == 0:
                print(f"{name} ({part}): nothing but the head is told")
            base = address if i == 0 else read(address + POINTER_TO[part], 8, False)
            end = -1 << 60
            for field in fields:
                if field[0] < end:
                    print(f"{name}: {part}.{field[3]} begins within the field before")
                end = field[0] + field[1]
                try:
                    different = field_differs(base, field)
                    if field[3] == "ob_refcnt" and name in HELD_BY_OTHERS:
                        different = None
                except (ValueError, TypeError) as error:
                    different = f"{field}: {error}"
                if different:
                    print(f"{name}: {part}.{field[3]} at {field[0]}: {different}")
                agree += not different
    print(f"{agree} fields agree")


def theirs(script):
    told = json.load(sys.stdin)
    namespace = {"__name__": "__main__", "__builtins__": __builtins__}
    with open(script, encoding="utf-8") as file:
        exec(compile(file.read(), os.path.basename(script), "exec"), namespace)
    compare(told, namespace)


def main(refarrows, script):
    folder, name = os.path.split(os.path.abspath(script))
    refarrows = os.path.abspath(refarrows)

    def run(*arguments, **options):
        return subprocess.run(arguments, cwd=folder, capture_output=True, text=True, **options).stdout

    last = json.loads(run(refarrows, "trace", name).splitlines()[-1])
    told = []
    for variable, number in last["frames"][0]["names"]:
        if number is None:
            continue
        text = run(refarrows, "text", name, "--step", str(last["step"]), "--bytes", str(number))
        size = re.search(r"^bytes of object \d+: .*, (\d+) bytes$", text, re.M)
        told.append([variable, int(size[1]), parts_of(text[size.start():])])
    answer = run(CPYTHON, "-sP", os.path.abspath(__file__), "--theirs", name, input=json.dumps(told),
                 env=dict(os.environ, PYTHONHASHSEED="0"))
    print(answer, end="")
    return 0 if re.fullmatch(r"\d+ fields agree\n", answer) and told else 1


if __name__ == "__main__":
    sys.exit(theirs(sys.argv[2]) if sys.argv[1] == "--theirs" else main(*sys.argv[1:]))
