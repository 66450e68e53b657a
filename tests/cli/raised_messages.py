"""What a step says of an exception on its way is what str() of it gives in CPython, although no code runs to make it.

Usage: raised_messages.py REFARROWS
"""
import json
import subprocess
import sys

RAISING = [
    "open('missing.txt')", "'\u00e9'.encode('ascii')", "'a\u20ac\u20ac'.encode('latin-1')", r"b'a\xff'.decode()", "eval('1 +')",
    "{}['key']", "int('z')", "raise_(OSError(2, 'No', 'a', None, 'b'))", "raise_(OSError('only'))", "raise_(OSError(5, 'five'))",
    "raise_(ExceptionGroup('many', [ValueError(1), KeyError(2)]))", "raise_(ValueError(1, 'two'))", "raise_(ValueError())",
    "raise_(ValueError(None))", "raise_(UnicodeTranslateError('abc', 1, 2, 'no'))", "raise_(KeyError(1, 2))",
]
PROGRAM = """\
def raise_(error):
    raise error
for line in lines:
    try:
        eval(line)
    except Exception as error:
        pass
"""


def expected():
    def raise_(error):
        raise error
    for line in RAISING:
        try:
            eval(line)
        except Exception as error:
            yield f"{type(error).__name__}: {error}".removesuffix(": ") if str(error) else type(error).__name__


def main(refarrows):
    program = PROGRAM.replace("lines:", repr(RAISING) + ":")
    run = subprocess.run([refarrows, "trace", "-"], input=program, capture_output=True, text=True, check=True)
    steps = [json.loads(line) for line in run.stdout.splitlines()[1:]]
    # An exception that passes through several frames is told in each: the last one is the module's.
    told = [step["message"] for step in steps if step["event"] == "exception" and len(step["frames"]) == 1]
    wanted = list(expected())
    wrong = [(line, have, want) for line, have, want in zip(RAISING, told, wanted) if have != want]
    for line, have, want in wrong:
        print(f"{line}\n  here:    {have}\n  CPython: {want}", file=sys.stderr)
    print(f"{len(wanted) - len(wrong)} of {len(wanted)} messages agree")
    return 1 if wrong or len(told) != len(wanted) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
