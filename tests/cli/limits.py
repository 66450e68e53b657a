"""Programs that ask for more than there is: limits.py REFARROWS.

Each runs under a limit on its address space. What cannot fit is refused with CPython's exception; what would never end
is ended by Ctrl+C within two seconds (of the processor's time: the machine may be busy) and says so. Nothing crashes.
"""
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time

ADDRESS_SPACE = 6 << 30
RUNS = 0.4                     # seconds of processor time before Ctrl+C
MOST = 2.0                     # seconds of it until the program must have ended

# What cannot be: the last line on stderr.
REFUSED = {
    "x = 10 ** 10 ** 8": "MemoryError",
    "x = 'a' * 10 ** 12": "MemoryError",
    "x = [0] * 10 ** 10": "MemoryError",
    "x = pow(3, 10 ** 8)": "MemoryError",
    "x = 1 << 10 ** 12": "MemoryError",
    "x = bytes(10 ** 12)": "MemoryError",
    "x = f'{1:{10 ** 12}}'": "MemoryError",
    "x = '1'.zfill(10 ** 12)": "MemoryError",
    "x = ('x' * 10 ** 6).join(['y'] * 10 ** 6)": "MemoryError",
    "x = (1).to_bytes(10 ** 12, 'big')": "MemoryError",
    "import math; x = math.factorial(10 ** 8)": "MemoryError",
    "x = 'ab'\nwhile True: x += x": "MemoryError",
    "x = 2\nwhile True: x = x * x": "MemoryError",
    "class A:\n    def __len__(self): return 10 ** 12\n    def __getitem__(self, i): return i\nlist(A())": "MemoryError",
    "x = 'a' * 10 ** 20": "OverflowError: cannot fit 'int' into an index-sized integer",
    "x = [0] * 10 ** 20": "OverflowError: cannot fit 'int' into an index-sized integer",
    "x = range(10 ** 20); len(x)": "OverflowError: Python int too large to convert to C ssize_t",
    "x = float(10 ** 400)": "OverflowError: int too large to convert to float",
    "x = 2.0 ** 10 ** 6": "OverflowError: (34, 'Numerical result out of range')",
    "import math; x = math.exp(1000)": "OverflowError: math range error",
    "str(10 ** 100000)": "ValueError: Exceeds the limit (4300 digits) for integer string conversion; "
                         "use sys.set_int_max_str_digits() to increase the limit",
    "x = []\nfor i in range(100000): x = [x]\nrepr(x)":
        "RecursionError: maximum recursion depth exceeded while getting the repr of an object",
    "eval('(' * 10 ** 6 + ')' * 10 ** 6)": "SyntaxError: too many nested parentheses",
}

# What would take for ever, or longer than anybody waits.
ENDLESS = [
    "x = sum(range(10 ** 10))",
    "x = list(itertools.count())",
    "x = tuple(itertools.count())",
    "x = set(itertools.count())",
    "x = dict(zip(itertools.count(), itertools.count()))",
    "x = []; x.extend(itertools.count())",
    "x = []; x[:] = itertools.count()",
    "a, *b = itertools.count()",
    "print(*itertools.count())",
    "x = 2 in itertools.count(3)",
    "x = max(itertools.cycle([1, 2]))",
    "x = any(itertools.repeat(0))",
    "x = next(filter(None, itertools.repeat(0)))",
    "x = list(itertools.permutations(range(12)))",
    "x = ','.join('ab' for _ in iter(int, 1))",
    "x = min(i for i in iter(int, 1))",
    "collections.deque(itertools.count(), maxlen=0)",
    "x = collections.Counter(itertools.count())",
    "x = functools.reduce(max, itertools.count())",
    "x = statistics.mean(itertools.count())",
    "x = re.match(r'(a+)+$', 'a' * 40 + 'b')",
    "x = re.match(r'(a|aa)+$', 'a' * 60 + 'b')",
    "x = pow(3, 10 ** 200000, 10 ** 20000 + 7)",
    "x = math.comb(10 ** 7, 5 * 10 ** 6)",
    "x = 1.5 in range(10 ** 12)",
    "x = [i for i in range(10 ** 10)]",
    "x = repr([1] * 10 ** 8)",
    "x = (' a' * 10 ** 8).split()",
    "x = ('a' * 10 ** 8).translate({97: 'bcd'})",
    "x = ('\\xe9' * 10 ** 8).encode()",
    "x = sorted(hash(str(i)) for i in range(10 ** 8))",
    "class A:\n    def __getitem__(self, i): return i\n-1 in A()",
    "class A:\n    def __lt__(self, o): return False\nsorted(A() for _ in iter(int, 1))",
    "while True: pass",
    "while True:\n    try:\n        while True: pass\n    except: pass",
    "while True:\n    try: sum(range(10 ** 10))\n    except BaseException: pass",
    "def f():\n    try: f()\n    finally: f()\nf()",
    "x = 'a' * 10 ** 9\nwhile True: y = x + x[:10]",
    "x = []\nwhile True: x.append([x])",
]
IMPORTS = "import collections, functools, itertools, math, re, statistics\n"


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


def processor_time(process):
    try:
        with open(f"/proc/{process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields[0] != "Z" else None


def run(refarrows, text, interrupted):
    """The exit status, the last line of stderr, and the processor time from Ctrl+C to the end."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([refarrows, "run", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=errors, preexec_fn=limit)
        process.stdin.write(text.encode())
        process.stdin.close()
        at_signal = spent = None
        end = time.monotonic() + 240
        while process.poll() is None and time.monotonic() < end:
            spent = processor_time(process) or spent
            if interrupted and at_signal is None and spent is not None and spent > RUNS:
                process.send_signal(signal.SIGINT)
                at_signal = spent
            if at_signal is not None and spent - at_signal > 3 * MOST:
                break
            time.sleep(0.01)
        if process.poll() is None:
            process.kill()
        process.wait()
        errors.seek(0)
        last = errors.read().decode().rstrip().rsplit("\n", 1)[-1]
    return process.returncode, last, None if at_signal is None else spent - at_signal


def check(refarrows):
    for text, expected in REFUSED.items():
        status, last, _ = run(refarrows, text, False)
        yield text, None if (status, last) == (1, expected) else f"exit status {status}: {last}"
    for text in ENDLESS:
        status, last, spent = run(refarrows, IMPORTS + text, True)
        good = status == 130 and last == "KeyboardInterrupt" and spent is not None and spent < MOST
        yield text, None if good else f"exit status {status}: {last}; {spent} s after Ctrl+C"


def main(refarrows):
    failed = 0
    for text, problem in check(refarrows):
        if problem:
            failed += 1
        print("not ok" if problem else "ok", repr(text), problem or "")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
