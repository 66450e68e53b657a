"""Compares what `refarrows trace` tells of objects with CPython's own: at every line event of module code the reference
count, the size and the identity of every list, dict, set, tuple, float, function, generator and instance of the
program's classes that is reachable from the module's names.

    python3 compare_counts.py REFARROWS [--inside] FOLDER|FILE...

CPython runs the program by exec(compile(source)), as a child. Objects are matched by their path from the names. The
probe reads ob_refcnt in memory while it holds nothing, so it adds nothing. Left alone: the empty tuple and functions of
libraries, which CPython's other modules hold too, and line events beyond the first 400.

With --inside the lines of functions are compared as well, and what is reachable from the names of the function that
runs: these are read out of its frame, since asking for f_locals makes a dict that holds them. Nothing is traced there,
because CPython makes bound methods for the calls of C methods while it traces: a call of the probe stands before every
statement that begins a line. (In code that ran often enough CPython calls the __getitem__ of a class without holding
the two operands meanwhile; here they are held always.)
"""
import ast
import builtins
import contextlib
import ctypes
import io
import json
import os
import subprocess
import sys
import types

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from run_python import CPYTHON, scripts  # noqa: E402

MOST = 400
INSIDE = "(the function that runs)"    # begins the path of what is reachable from its names
PLAIN = {list: "list", dict: "dict", set: "set", tuple: "tuple", float: "float", types.FunctionType: "function",
         types.GeneratorType: "generator"}
BUILTINS = vars(builtins)
HIDDEN = {"__builtins__", "__name__", "__doc__", "__annotations__"}


def is_instance(value):
    return type(type(value)) is type and getattr(type(value), "__module__", "") == "__main__"


def children(value):
    """Pairs of step and child, in the order and with the names that the trace uses."""
    kind = type(value)
    if kind in (list, tuple, set):
        return [(str(i), item) for i, item in enumerate(value)]
    if kind is dict:
        return [(f"{part}{i}", x) for i, item in enumerate(value.items()) for part, x in zip("kv", item)]
    if kind is types.FunctionType:
        names = value.__code__.co_varnames[:value.__code__.co_argcount]
        defaults = value.__defaults__ or ()
        return list(zip(names[len(names) - len(defaults):], defaults))
    if is_instance(value) and isinstance(getattr(value, "__dict__", None), dict):
        return list(object.__getattribute__(value, "__dict__").items())
    return []


def walk(namespace):
    """[path, address, type] of everything to be compared; holds nothing when it has returned."""
    found, seen = [], set()
    waiting = [((name,), value) for name, value in namespace.items() if name not in HIDDEN]
    while waiting:
        path, value = waiting.pop(0)
        named = PLAIN.get(type(value)) or (type(value).__name__ if is_instance(value) else None)
        is_libraries = value is BUILTINS or named == "function" and value.__module__ != "__main__"
        if not named or is_libraries or type(value) is tuple and not value:
            continue
        found.append([list(path), id(value), named])
        if id(value) not in seen:
            seen.add(id(value))
            waiting += [(path + (step,), child) for step, child in children(value)]
    return found


FRAME, CODE, LOCALS = 24, 32, 72       # PyFrameObject.f_frame; _PyInterpreterFrame.f_code, .localsplus
CELL_CONTENTS = 16                     # PyCellObject.ob_ref
CO_OPTIMIZED = 1


def word_at(address):
    return ctypes.c_uint64.from_address(address).value


def locals_of(frame):
    """Names and values of a function's frame, without the dict that f_locals would make; NULLs and cells looked through."""
    code = frame.f_code
    names = code.co_varnames + tuple(n for n in code.co_cellvars if n not in code.co_varnames) + code.co_freevars
    at = word_at(id(frame) + FRAME) + LOCALS
    found = []
    for i, name in enumerate(names):
        address = word_at(at + 8 * i)
        if address and type(ctypes.cast(address, ctypes.py_object).value) is types.CellType:
            address = word_at(address + CELL_CONTENTS)
        if address:
            found.append((name, ctypes.cast(address, ctypes.py_object).value))
    return dict(found)


def read(entry):
    return ctypes.c_ssize_t.from_address(entry[1]).value


class Recorder:
    """Keeps what there was at the events; says when there are enough of them."""

    def __init__(self, namespace):
        self.namespace, self.events = namespace, []

    def record(self, frame, inside):
        if len(self.events) == MOST:
            raise SystemExit
        found = walk(self.namespace)
        if inside and frame.f_code.co_flags & CO_OPTIMIZED:
            found += [[[INSIDE] + path, *rest] for path, *rest in walk(locals_of(frame))]
        counts = list(map(read, found))
        sizes = [sys.getsizeof(ctypes.cast(entry[1], ctypes.py_object).value) for entry in found]
        self.events.append([frame.f_code.co_name, frame.f_lineno,
                            [entry + [c, s] for entry, c, s in zip(found, counts, sizes)]])


PROBE = "__probe__"


def with_probes(body, line):
    """The statements of a block that begins on `line`, each that begins another line after a call of the probe."""
    result = []
    for i, statement in enumerate(body):
        first = min([statement.lineno] + [d.lineno for d in getattr(statement, "decorator_list", [])])
        docstring = i == 0 and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        silent = isinstance(statement, (ast.Global, ast.Nonlocal)) or \
            isinstance(statement, ast.AnnAssign) and not statement.value or \
            isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        loop = isinstance(statement, (ast.For, ast.While))     # its line comes back without a probe
        if first != line and not loop and not docstring and not future and not silent:
            call = ast.Expr(ast.Call(ast.Name(PROBE, ast.Load()), [], []))
            for node in ast.walk(call):
                node.lineno = node.end_lineno = first
                node.col_offset = node.end_col_offset = 0
            result.append(call)
        put_probes(statement)
        result.append(statement)
        line = statement.end_lineno
    return result


def put_probes(node):
    for part in ("body", "orelse", "finalbody"):
        block = getattr(node, part, None)
        if isinstance(block, list) and block:
            setattr(node, part, with_probes(block, getattr(node, "lineno", 0)))
    for handler in getattr(node, "handlers", []):
        handler.body = with_probes(handler.body, handler.lineno)
    for case in getattr(node, "cases", []):
        case.body = with_probes(case.body, case.pattern.lineno)


def theirs(script, inside):
    """Runs in CPython, as a child: prints the line and the objects of every line event as JSON."""
    with open(script, encoding="utf-8") as file:
        text = file.read()
    name = os.path.basename(script)
    namespace = {"__name__": "__main__", "__builtins__": __builtins__}
    recorder = Recorder(namespace)

    def local(frame, event, argument):
        if event == "line":
            recorder.record(frame, False)
        return local

    def entering(frame, event, argument):
        return local if frame.f_code.co_filename == name and frame.f_code.co_name == "<module>" else None

    tree = ast.parse(text, name)
    if inside:
        put_probes(tree)
        setattr(builtins, PROBE, lambda: recorder.record(sys._getframe(1), True))
    code = compile(tree, name, "exec")
    del tree               # it holds the constants
    sys.argv = [name]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        sys.settrace(None if inside else entering)
        try:
            exec(code, namespace)
        except BaseException:
            pass
        sys.settrace(None)
    print(json.dumps(recorder.events))


def step_from(objects, ref, step):
    thing = objects[str(ref)]
    if thing["type"] == "dict":
        return thing["entries"][int(step[1:])]["kv".index(step[0])]
    return next((r for name, r in thing["fields"] if name == step), None)


def object_at(objects, names, path):
    ref = names.get(path[0])
    for step in path[1:]:
        if ref is None:
            return None
        ref = step_from(objects, ref, step)
    return ref


def next_step(lines, where, inside):
    """The next line event of the module, or with `inside` the next one of that function and line."""
    for line in lines:
        head = line[:200]
        if b'"event":"line"' in head and b'"frames":[{"name":"<module>"' in head:
            step = json.loads(line)
            here = [step["frames"][-1]["name"], step["line"]]
            if here == where:
                return step
            if not inside and len(step["frames"]) == 1:
                return None
    return None


class Tally:
    def __init__(self):
        self.counts = self.right_counts = self.sizes = self.right_sizes = 0
        self.said = []

    def compare_event(self, where, event, step, probed):
        names, inner, addresses = dict(step["frames"][0]["names"]), dict(step["frames"][-1]["names"]), {}
        for path, address, kind, count, size in event[2]:
            inside = path[0] == INSIDE
            try:
                ref = object_at(step["objects"], inner if inside else names, path[inside:])
            except (KeyError, IndexError, ValueError):
                ref = None
            place = f"{where}:{':'.join(str(frame['line']) for frame in step['frames'])} {'/'.join(path)} ({kind})"
            self.counts += 1
            self.sizes += 1
            if ref is None:
                self.said.append(f"{place}: not here")
                continue
            ours = step["objects"][str(ref)]
            same = addresses.setdefault(address, ref) == ref
            self.right_counts += ours["refcount"] == count and same
            is_size = ours["size"] == size or probed and kind == "generator"     # its frame has room for the probes
            self.right_sizes += is_size
            if not same:
                self.said.append(f"{place}: two objects here, one there")
            if ours["refcount"] != count:
                self.said.append(f"{place}: count {ours['refcount']} instead of {count}")
            if not is_size:
                self.said.append(f"{place}: size {ours['size']} instead of {size}")
        back = {}
        for address, ref in addresses.items():
            if back.setdefault(ref, address) != address:
                self.said.append(f"{where}:{event[1]}: one object here, two there: {step['objects'][str(ref)]['repr']}")
                self.right_counts -= 1

    def compare_script(self, refarrows, script, inside):
        folder, name = os.path.split(os.path.abspath(script))
        child = subprocess.run([CPYTHON, "-sP", "-W", "ignore", os.path.abspath(__file__), "--theirs", name,
                                *["--inside"] * inside], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                               env=dict(os.environ, PYTHONHASHSEED="0"))
        try:
            events = json.loads(child.stdout)
        except ValueError:
            return             # the script ends the process or plays with tracing
        with subprocess.Popen([refarrows, "trace", name], cwd=folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as here:
            here.stdout.readline()
            for event in events:
                step = next_step(here.stdout, event[:2], inside)
                if not step:
                    self.said.append(f"{script}: no such step: line {event[1]} of {event[0]}")
                    break
                self.compare_event(script, event, step, inside)
            here.kill()


def main(refarrows, *paths):
    tally, failed = Tally(), False
    inside = "--inside" in paths
    paths = [path for path in paths if path != "--inside"]
    for script in scripts(paths):
        tally.compare_script(os.path.abspath(refarrows), script, inside)
        if tally.said:
            print("\n".join(tally.said), flush=True)
        failed, tally.said = failed or bool(tally.said), []
    print(f"{tally.right_counts} of {tally.counts} counts and {tally.right_sizes} of {tally.sizes} sizes are CPython's")
    return 1 if failed or not tally.counts else 0


if __name__ == "__main__":
    if sys.argv[1] == "--theirs":
        theirs(sys.argv[2], "--inside" in sys.argv)
    else:
        sys.exit(main(*sys.argv[1:]))
