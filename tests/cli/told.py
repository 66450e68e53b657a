"""What is told of single lines, word for word: programs of a few lines, and the sentences about one of their steps.

    python3 told.py REFARROWS
"""
import subprocess
import sys

HEADER = "#include <stdlib.h>\nstruct node { int v; struct node *next; };\nint main(void) {\n"

# The program, and what is told of one of its steps.
PYTHON = [
    ("x = y = []", ["`x = y = []` made a new empty list and bound both x and y to it."]),
    ("x = y = z = [1]", ["`x = y = z = [1]` made a new list [1] and bound x, y and z to it."]),
    ("x = y = 5", ["`x = y = 5` bound both x and y to the int 5."]),
    ("a = [1]\nn = 2\na.append(n)", ["`a.append(n)` added the int 2 to a, as a[1]; n already names it."]),
    ("q = []\nq.extend([7, 8])", ["`q.extend([7, 8])` added the int 7 and the int 8 to q, as q[0] and q[1]."]),
    ("s = {1}\nn = 2\ns.add(n)", ["`s.add(n)` added the int 2 to s; n already names it."]),
    ("n = 1\nif n > 1:\n    n = 2", ["`if n > 1` was false; the program went on at line 4."]),
    ("n = 1\nif n > 0:\n    n = 2", ["`if n > 0` was true; the program went on at line 3."]),
    ("n = 1\nif n > 0: m = 2", ["`if n > 0: m = 2` bound m to the int 2."]),
    ("class N:\n    pass\na = N()\na.n = N()\na.n.n = None\na.n = a.n.n",
     ["`a.n = a.n.n` rebound a.n to None.", "The N instance that a.n referred to lost its last reference and was freed."]),
    ("class N:\n    pass\na = N()\na.n = N()\nb = N()\nb.n = a.n",
     ["`b.n = a.n` bound b.n to the N instance, which a.n referred to: its count rose to 2."]),
    ("d = {}\nx = d.setdefault('k', [])", ["`x = d.setdefault('k', [])` made a new empty list and bound x to it.",
     "The line also set d['k'], a new key, to the same empty list."]),
    ("class N:\n    pass\na = N()\nb = N()\ndef f(p, q):\n    pass\nf(a, b)", ["`f(a, b)` called f, which pushed a frame,"
     " with p bound to the N instance that a names and q to the N instance that b names.",
     "The count of the N instance (a) rose from 1 to 2.", "The count of the N instance (b) rose from 1 to 2."]),
    ("class N:\n    pass\ndef g(p):\n    pass\ndef f(p):\n    g(p)\nf(N())", ["`g(p)` called g, which pushed a frame, with p bound to"
     " the N instance, which the caller's p already names.", "The count of the N instance (p) rose from 1 to 2."]),
    ("import gc\nclass N:\n    def __del__(self):\n        pass\na = N()\na.a = a\ndel a\ngc.collect()",
     ["__del__ returned None to line 8, as a function without a return value does."]),
    ("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    print('no')",
     ["`print('no')` printed `no`.", "The except clause ended there, which removed the name e; it referred to the"
      " ZeroDivisionError('division by zero')."]),
]
C = [
    ("struct node *a = malloc(sizeof *a);\na->next = NULL;\na = a->next;",
     ["Nothing points any more to the block of 16 bytes from line 4: it can never be freed (a memory leak).", "The line also changed a to NULL."]),
    ("struct node *a = malloc(sizeof *a);\nstruct node *b = a;",
     ["`struct node *b = a;` set b to the address of the struct node, where a already points."]),
    ("struct node *a = malloc(sizeof *a), *p = NULL;\na->next = malloc(sizeof *a);\np = a->next;",
     ["`p = a->next;` changed p from NULL to the address of the struct node, where a->next pointed."]),
    ("int n = 0;\nif (n > 1)\n    n = 2;", ["`if (n > 1)` was false; the program went on at line 7."]),
    ("while (1) {\nint *p = malloc(4);\nfree(p);\n}",
     ["`free(p);` freed the block of 4 bytes: what still points at it dangles."]),
    ("for (int i = 0; i < 1; i++) {\nint *p = malloc(4);\nfree(p);\n}\nint z = 0;",
     ["`for (int i = 0; i < 1; i++)` found its condition false, so the loop ended; the program went on at line 8.",
      "The lifetime of i ended with its block."]),
    ("int *s = malloc(4);\nfree(s);\nint *t = malloc(4);", ["`int *t = malloc(4);` allocated a new block of 4 bytes and"
     " set t to its address, 0x5555555582a0."]),
]
CASES = [(source, told, "python") for source, told in PYTHON] + [(source, told, "c") for source, told in C]


def told_of(refarrows, source, language):
    """All that is told of the run, one list of sentences for each step."""
    program = source + "\npass\n" if language == "python" else HEADER + source + "\nreturn 0;\n}\n"
    steps = []
    while True:
        done = subprocess.run([refarrows, "text", "-", "--language", language, "--step", str(len(steps))], input=program,
                              capture_output=True, text=True, timeout=60)
        if done.returncode or len(steps) > 40:
            return steps
        steps.append([line.strip() for line in done.stdout.split("what happened\n")[-1].splitlines()])


def main(refarrows):
    wrong = 0
    for source, expected, language in CASES:
        steps = told_of(refarrows, source, language)
        if expected not in steps:
            wrong += 1
            print(f"{source}\n  expected {expected}\n  told", *steps, sep="\n    ")
    print(f"{len(CASES)} lines, {wrong} told otherwise")
    return 1 if wrong else 0


sys.exit(main(sys.argv[1]))
