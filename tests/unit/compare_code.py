"""Compiles many files with CPython 3.11 and with ours (dump_code) and compares the code objects.

    python3 compare_code.py path/to/dump_code [FILE or FOLDER]...

Compared per code object: counts, flags, depth of the stack, size of the bytecode, constants, names, locals with kinds,
instructions with arguments and positions, handlers. Prints the first differences of each file and a summary; the exit
status is 0 if there are none.
"""
import dis
import os
import subprocess
import sys
import types
import warnings

SKIPPED = {"CACHE", "EXTENDED_ARG", "PRECALL"}


def instructions(code):
    everything = list(dis.get_instructions(code))
    ordinals, count = {}, 0
    for i in everything:
        ordinals[i.offset] = count
        if i.opname not in SKIPPED:
            count += 1
    ordinals[len(code.co_code)] = count
    for i in everything:
        if i.opname in SKIPPED:
            continue
        arg = ordinals[i.argval] if i.opcode in dis.hasjrel else i.arg or 0
        yield i, arg, ordinals
    yield None, None, ordinals


def show(value, code):
    return "code " + value.co_qualname if isinstance(value, types.CodeType) else ascii(value).replace("\n", "\\n")


def dump(code, out):
    out.append(f"CODE {code.co_qualname} line {code.co_firstlineno} args {code.co_argcount} "
               f"{code.co_posonlyargcount} {code.co_kwonlyargcount} flags {code.co_flags:x} "
               f"stack {code.co_stacksize} bytes {len(code.co_code)}")
    for value in code.co_consts:
        out.append("CONST " + show(value, code))
    out.append(" ".join(["NAMES", *code.co_names]))
    kinds = {}
    for name in code.co_varnames:
        kinds[name] = kinds.get(name, 0) | 0x20
    for name in code.co_cellvars:
        kinds[name] = kinds.get(name, 0) | 0x40
    frees = [f"{name}:{0x80}" for name in code.co_freevars]
    out.append(" ".join(["LOCALS", *(f"{n}:{k}" for n, k in kinds.items()), *frees]))
    for i, arg, ordinals in instructions(code):
        if i is None:
            break
        p = i.positions
        line = p.lineno or 0
        none = lambda x, other: other if x is None else x
        out.append(f"{i.opname} {arg} @{line}:{none(p.col_offset, -1)}-{none(p.end_lineno, 0)}:"
                   f"{none(p.end_col_offset, -1)}")
    for e in dis._parse_exception_table(code):
        out.append(f"HANDLER {ordinals[e.start]} {ordinals[e.end]} {ordinals[e.target]} {e.depth} {int(e.lasti)}")
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            dump(value, out)


def expected(path):
    try:
        with open(path, "rb") as file:
            source = file.read()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as e:
        fields = ("msg", "lineno", "offset", "text", "end_lineno", "end_offset")
        shown = " ".join(ascii(getattr(e, f)) if hasattr(e, f) else "" for f in fields)
        return [f"ERROR {type(e).__name__} {shown}".rstrip()]
    out = []
    dump(code, out)
    return out


def files_of(arguments):
    for argument in arguments:
        if os.path.isdir(argument):
            for folder, folders, names in sorted(os.walk(argument)):
                folders.sort()
                yield from (os.path.join(folder, n) for n in sorted(names) if n.endswith(".py"))
        else:
            yield argument


def main():
    tool, *rest = sys.argv[1:]
    sys.setrecursionlimit(1000)
    paths = list(files_of(rest or [os.path.dirname(os.__file__)]))
    same = 0
    for start in range(0, len(paths), 20):
        some = paths[start:start + 20]
        got = subprocess.run([tool, *some], capture_output=True, encoding="utf-8", errors="replace")
        sections = {}
        for part in ("\n" + got.stdout).split("\n== /")[1:]:
            name, _, text = part.partition("\n")
            sections["/" + name] = [line.rstrip() for line in text.rstrip("\n").split("\n")]
        if got.returncode:
            print("status", got.returncode, got.stderr[-600:])
        for path in some:
            want, have = expected(path), sections.get(os.path.abspath(path), ["nothing"])
            if want == have:
                same += 1
                continue
            print("DIFFERS", path)
            unit = ""
            for number, (a, b) in enumerate(zip(want + ["end"] * 9, have + ["end"] * 9)):
                if a.startswith("CODE"):
                    unit = a
                if a != b:
                    print("  in", unit[:150])
                    for line in want[max(0, number - 3):number]:
                        print("    both  ", line[:150])
                    for line in want[number:number + 3]:
                        print("    wanted", line[:250])
                    for line in have[number:number + 3]:
                        print("    got   ", line[:250])
                    break
    print(f"{same} of {len(paths)} files equal")
    sys.exit(same != len(paths))


if __name__ == "__main__":
    main()
