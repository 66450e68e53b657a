"""What the command line tells about memory: holders are as many as the count says, and are called what they are; who made
an object, when and why it died, when a name changed last.

    python3 memory.py REFARROWS FOLDER
"""
import json
import os
import sys
import tempfile
from pathlib import Path

from check import Checker

PROGRAM = '''\
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

def counter(start=[]):
    count = start
    def more(step):
        return count, step
    return more

data = [1, 2]
table = {"key": data, data.__len__: 0}
group = {("a", 1)}
chain = Node(data, Node((data, 7)))
more = counter()
method = chain.__init__
def generate(values):
    for value in values:
        yield value
stream = generate(data)
next(stream)
for item in data:
    seen = more(data)
    for other in [data]:
        pass
try:
    raise ValueError(data)
except ValueError as error:
    kept = error
chain = None
'''

CASCADE = '''\
class Noisy:
    def __init__(self, name, *parts):
        self.name = name
        self.parts = parts
    def __del__(self):
        print(self.name)

def work():
    outer = Noisy("outer", Noisy("first"), [Noisy("second")])
    return 1

work()
a = [1]
b = a
a = None
b = 5
l = [[9]]
l[0] = 3
l.append([4])
l.clear()
x = y = (1, [])
x = 0
del y
'''

COLLECTIONS = '''\
from collections import deque, defaultdict
parts = deque([[1]], maxlen=2)
parts.append({2: 3})
parts.popleft()
data = bytearray(b"ab")
data.append(99)
table = defaultdict(list)
table["k"].append(parts)
class Log(deque):
    pass
log = Log([parts])
largest = min([parts], key=lambda each:
    len(each))
'''


class MemoryChecker(Checker):
    def same(self, name, got, wanted):
        self.check(name, got == wanted, f"got {got!r}, wanted {wanted!r}")

    def lines(self, *words):
        done = self.run(*map(str, words), timeout=120)
        if done.returncode:
            self.check(" ".join(map(str, words)), False, f"status {done.returncode}: {done.stderr!r}")
        return done.stdout.decode().splitlines()

    def trace(self, path):
        return [json.loads(line) for line in self.lines("trace", path, "--holders")[1:]]


def check_counts(checker, name, steps):
    wrong = []
    for step in steps:
        for number, thing in step["objects"].items():
            if not thing["shared"] and len(thing["holders"]) != thing["refcount"]:
                wrong.append((step["step"], number, thing))
    checker.same(f"{name}: as many holders as references", wrong, [])


def holders_at_end(steps, line, name):
    """The holders of what a name of the module refers to when that line is about to run for the last time."""
    step = [s for s in steps if s["line"] == line and s["event"] == "line"][-1]
    number = dict(step["frames"][0]["names"])[name]
    return sorted(" ".join(h[k] for k in ("kind", "name") if k in h) + ", " + h.get("of", "")
                  for h in step["objects"][str(number)]["holders"])


def check_words(checker, steps):
    checker.same("data in the inner loop", holders_at_end(steps, 25, "data"), sorted([
        "attribute value, Node", "item 0, tuple", "item 0, tuple", "item 1, tuple", "iterator 19, generate",
        "iterator 23, module", "method __self__, method-wrapper", "name data, module", "name other, module",
        "name values, generate", "value 'key', dict"]))
    checker.same("more", holders_at_end(steps, 17, "more"), ["name more, module"])
    checker.same("Node", [h for h in holders_at_end(steps, 29, "Node") if h.startswith(("class", "name"))],
                 ["class, Node", "class, Node", "name Node, module"])
    checker.same("chain", holders_at_end(steps, 18, "chain"), ["method __self__, method", "name chain, module"])
    checker.same("stream", holders_at_end(steps, 23, "stream"), ["name stream, module"])


def object_named(steps, line, name):
    step = [s for s in steps if s["line"] == line and s["event"] == "line"][0]
    return [dict(f["names"])[name] for f in step["frames"] if name in dict(f["names"])][-1]


def check_lives(checker, path, steps):
    def life(number):
        return [line.strip() for line in checker.lines("text", path, "--object", number)]

    outer = life(object_named(steps, 10, "outer"))
    checker.same("made", outer[1].split(", ", 1)[1], "line 9, in work")
    checker.same("died", outer[2].split(", ", 1)[1], "line 10, in work")
    checker.same("why", outer[3], "its last reference was outer in work, and that call ended")
    released = [line for line in outer[5:] if line.startswith("object")]
    order = [line.split(": ")[1].split(",")[0] for line in released]
    checker.same("order", order, ["Noisy", "tuple", "list", "Noisy", "Noisy"])
    numbers = [int(line.split()[1][:-1]) for line in released]
    part = life(numbers[-1])
    checker.same("part", part[3], f"object {numbers[1]} (tuple), which held it, was released, after object {numbers[0]} "
                 "(Noisy): its last reference was outer in work, and that call ended")
    a, l, x = [life(object_named(steps, line, name)) for name, line in (("a", 14), ("l", 18), ("x", 22))]
    checker.same("a", a[2].split(", ", 1)[1], "line 16, in <module>")
    checker.same("a why", a[3].startswith("its last reference was b in module, which refers to object"), True)
    checker.same("l", l[2], "lives to the end of the program")
    checker.same("x", x[3], "its last reference was y in module, which was unbound")
    fields = [s for s in steps if s["line"] == 18][0]["objects"][str(object_named(steps, 18, "l"))]["fields"]
    checker.same("replaced", life(fields[0][1])[3].startswith("its last reference was item 0 of list, object"), True)


def check_changes(checker, path, steps):
    last = steps[-1]["step"]
    text = checker.lines("text", path, "--step", last, "--name", "a")
    checker.same("name a", text[0].split(":")[1][:14], " NoneType None")
    checker.same("since", text[1].split(", ", 1)[1], "line 15, in <module>")
    checker.same("before", text[2].startswith("  before that: list [1], object"), True)
    text = checker.lines("text", path, "--step", 1, "--name", "b")
    checker.same("never", text, ["b in <module>: not bound", "  it did not change before step 1"])


def check_collections(checker, path, steps):
    """Types that are written in C but live in modules show what they hold."""
    def told(line):
        step = [s for s in steps if s["line"] == line and s["event"] == "line"][0]["step"]
        lines = checker.lines("text", path, "--step", step)
        return [text.strip() for text in lines[lines.index("what happened") + 1:]]

    checker.same("append", told(4), ["`parts.append({2: 3})` added a new dict {2: 3} to parts, as parts[1]."])
    checker.same("popleft", told(5), [
        "`parts.popleft()` changed parts: it became the deque([{2: 3}], maxlen=2), with 1 item fewer.",
        "The list [1] lost its last reference and was freed."])
    checker.same("bytes", told(7), ["`data.append(99)` changed data: it became the bytearray(b'abc')."])
    checker.same("parts", holders_at_end(steps, 13, "parts"), [
        "built-in, ", "item 0, Log", "item 0, list", "item 0, list", "name each, <lambda>", "name parts, module"])


def check_refusals(checker, path):
    checker.refuses("no such object", checker.run("text", path, "--object", "99999999"), "makes no object 99999999")
    checker.refuses("object 0", checker.run("text", path, "--object", "0"), "makes no object 0")
    checker.refuses("no such name", checker.run("text", path, "--step", "1", "--name", "nobody"), "no frame has a name")
    checker.refuses("two questions", checker.run("text", path, "--object", "1", "--name", "a"), "one at a time")
    checker.refuses("holders elsewhere", checker.run("trace", path, "--holders", "--format", "python-tutor"), "holders")


def main(program, scripts):
    checker = MemoryChecker(os.path.abspath(program))
    with tempfile.TemporaryDirectory() as folder:
        program_path, cascade_path = str(Path(folder) / "program.py"), str(Path(folder) / "cascade.py")
        Path(program_path).write_text(PROGRAM)
        Path(cascade_path).write_text(CASCADE)
        steps = checker.trace(program_path)
        check_counts(checker, "program.py", steps)
        check_words(checker, steps)
        steps = checker.trace(cascade_path)
        check_lives(checker, cascade_path, steps)
        check_changes(checker, cascade_path, steps)
        check_refusals(checker, cascade_path)
        collections_path = str(Path(folder) / "collections.py")
        Path(collections_path).write_text(COLLECTIONS)
        steps = checker.trace(collections_path)
        check_counts(checker, "collections.py", steps)
        check_collections(checker, collections_path, steps)
    for script in sorted(Path(scripts).glob("counts_*.py")):
        check_counts(checker, script.name, checker.trace(script))
    checker.end()


main(*sys.argv[1:])
