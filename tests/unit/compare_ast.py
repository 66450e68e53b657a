"""Compares our parser's trees with CPython's, field by field and position by position.

    python3 compare_ast.py DUMP_AST [--limit N] FILE_OR_DIRECTORY...

DUMP_AST is the program built from dump_ast.c. Files that CPython cannot parse must be refused by us, too, with the same
kind of exception, message and place. Prints what differs, exits with 1 if anything does.
"""
import ast
import os
import re
import struct
import subprocess
import sys
import warnings

BATCH = 40
warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
POSITIONED = (ast.expr, ast.stmt, ast.pattern, ast.excepthandler, ast.arg, ast.keyword, ast.alias)
SKIPPED = {"type_comment", "type_ignores", "kind"}
ORDER = {
    "ImportFrom": ("module", "names", "level"),
}


def double_bits(number):
    return struct.pack(">d", number).hex()


def constant(node):
    value = node.value
    if value is None or value is True or value is False or value is Ellipsis:
        return " Ellipsis" if value is Ellipsis else f" {value}"
    if isinstance(value, int):
        return f" i10:{value}"
    if isinstance(value, float):
        return " f:" + double_bits(value)
    if isinstance(value, complex):
        return " c:" + double_bits(value.imag)
    if isinstance(value, bytes):
        return " b:" + value.hex()
    return (" u:" if node.kind == "u" else " s:") + value.encode("utf-8", "surrogatepass").hex()


def dump_field(node, name):
    value = getattr(node, name)
    if isinstance(value, list):
        return " [" + "".join(dump_value(item) for item in value) + "]"
    return dump_value(value)


def dump_value(value):
    if value is None:
        return " -"
    if isinstance(value, str):
        return f" '{value}'"
    if isinstance(value, int):
        return f" {value}"
    if isinstance(value, (ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)):
        return " " + type(value).__name__
    return dump(value)


def dump(node):
    kind = type(node).__name__
    text = "(" + kind
    if isinstance(node, POSITIONED):
        text += f" {node.lineno} {node.col_offset} {node.end_lineno} {node.end_col_offset}"
    if isinstance(node, ast.Constant):
        text += constant(node)
    elif isinstance(node, ast.MatchSingleton):
        text += f" {node.value}"
    else:
        for name in node._fields:
            if name not in SKIPPED:
                text += dump_field(node, name)
    return text + (")\n" if isinstance(node, ast.stmt) else ")")


def expected(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source, path)
    except SyntaxError as error:
        return f"!{type(error).__name__}|{error.msg}|{error.lineno}|{error.offset}|{error.end_lineno}|{error.end_offset}"
    except (ValueError, RecursionError, MemoryError) as error:
        return f"!{type(error).__name__}"
    return " [" + "".join(dump(statement) for statement in tree.body) + "]"


def plain_int(match):
    return "i10:" + str(int(match.group(2), int(match.group(1))))


def ours(program, paths):
    output = subprocess.run([program, *paths], stdout=subprocess.PIPE, check=True).stdout
    parts = re.split(rb"^== (.*)\n", output, flags=re.M)
    texts = {}
    for path, text in zip(parts[1::2], parts[2::2]):
        text = text.decode("utf-8", "replace")
        texts[path.decode()] = re.sub(r"\bi(\d+):([0-9a-fA-F]+)", plain_int, text)
    return texts


def differs(want, got):
    if want.startswith("!"):
        fields = want.count("|") + 1
        return want.split("|") != got.strip().split("|")[:fields]
    return want.strip() != got.strip()


def show(path, want, got):
    print(f"{path}: trees differ")
    for line, (a, b) in enumerate(zip(want.splitlines(), got.splitlines())):
        if a != b:
            start = max(0, next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b))) - 60)
            print("  CPython:", a[start:start + 160])
            print("  ours:   ", b[start:start + 160])
            return


def collect(arguments):
    for argument in arguments:
        if os.path.isfile(argument):
            yield argument
        for root, directories, names in os.walk(argument):
            directories.sort()
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(root, name)


def main():
    program, arguments = sys.argv[1], sys.argv[2:]
    limit = None
    if arguments[0] == "--limit":
        limit, arguments = int(arguments[1]), arguments[2:]
    paths = list(collect(arguments))[:limit]
    bad = 0
    for start in range(0, len(paths), BATCH):
        batch = paths[start:start + BATCH]
        texts = ours(program, batch)
        for path in batch:
            want, got = expected(path), texts.get(path, "")
            if differs(want, got):
                bad += 1
                show(path, want, got)
    print(f"{len(paths)} files compared, {bad} differ")
    return bad != 0


if __name__ == "__main__":
    sys.exit(main())
