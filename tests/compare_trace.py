"""Compares the steps of `refarrows trace` with the events that CPython's sys.settrace reports for the same script.

    python3 compare_trace.py REFARROWS FOLDER|FILE...

The module's own call event is no step; the last step is `end` or `error`. Steps beyond the first 3000 are left alone.
"""
import contextlib
import io
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from run_python import CPYTHON, scripts  # noqa: E402

MOST = 3000

# Scripts whose steps cannot be compared, and why.
LEFT_OUT = {
    "bases_and_mro.py": "runs into the recursion limit, of which the tracer uses some",
    "quick_calls.py": "runs into the recursion limit, of which the tracer uses some",
    "getattr_recursion.py": "runs into the recursion limit, of which the tracer uses some",
    "modules_made.py": "goes round for each name of its module, and under the tracer that has others",
    "builtin_corners.py": "gives its module another class, and under the tracer that is another module",
    "builtin_type_attributes.py": "goes round for each __doc__ of a built-in type, and ours have none",
}


def theirs(script):
    """Runs in CPython, as a child: prints the events as JSON."""
    events = []
    with open(script, encoding="utf-8") as file:
        text = file.read()
    name = os.path.basename(script)

    def local(frame, event, argument):
        if len(events) < MOST:
            events.append([event, frame.f_lineno])
        return local

    def entering(frame, event, argument):
        if frame.f_code.co_filename != name:
            return None
        if frame.f_back and frame.f_back.f_code is not theirs.__code__:
            local(frame, event, argument)
        elif event != "call":
            local(frame, event, argument)
        return local

    code = compile(text, name, "exec")
    namespace = {"__name__": "__main__", "__builtins__": __builtins__}
    sys.argv = [name]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        sys.settrace(entering)
        try:
            exec(code, namespace)
        except BaseException:
            pass
        sys.settrace(None)
    print(json.dumps(events))


def ours(refarrows, script):
    done = subprocess.run([refarrows, "trace", "--steps", str(MOST), os.path.basename(script)],
                          cwd=os.path.dirname(os.path.abspath(script)), stdin=subprocess.DEVNULL, capture_output=True)
    steps = [json.loads(line) for line in done.stdout.splitlines()[1:]]
    return [[s["event"], s["line"]] for s in steps if s["event"] not in ("end", "error")]


def difference(refarrows, script):
    child = subprocess.run([CPYTHON, "-sP", "-W", "ignore", __file__, "--theirs", os.path.abspath(script)],
                           cwd=os.path.dirname(os.path.abspath(script)), stdin=subprocess.DEVNULL, capture_output=True,
                           env=dict(os.environ, PYTHONHASHSEED="0"))
    try:
        a = json.loads(child.stdout)
    except ValueError:
        return None            # the script plays with tracing or ends the process
    b = ours(refarrows, script)
    for i, (x, y) in enumerate(zip(a + [["nothing", 0]], b + [["nothing", 0]])):
        if x != y:
            return f"{script}: step {i}: CPython {x}, refarrows {y} (before: {a[max(0, i - 3):i]})"
    return None


def main(refarrows, *paths):
    waiting = [script for script in scripts(paths) if os.path.basename(script) not in LEFT_OUT]
    found = [d for d in (difference(os.path.abspath(refarrows), s) for s in waiting) if d]
    print("\n".join(found))
    print(f"{len(waiting) - len(found)} of {len(waiting)} scripts have CPython's steps")
    return 1 if found or not waiting else 0


if sys.argv[1] == "--theirs":
    theirs(sys.argv[2])
else:
    sys.exit(main(*sys.argv[1:]))
