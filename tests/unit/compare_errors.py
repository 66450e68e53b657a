"""Compares our SyntaxErrors with CPython's: kind, message, place, range and source line.

    python3 compare_errors.py DUMP_AST

Each snippet is a whole program. CPython itself says what is expected, so the table holds only sources.
"""
import os
import re
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")

SNIPPETS = [
    # numbers
    "0777", "1_", "1__0", "0x", "0xg", "0b2", "0b12", "0o8", "0o18", "1e", "1e+", "1.e5x", "123abc", "1_a", "0_7",
    "0b1_", "1.5abc", "1e5k", "0b", "0o", "1jx", "1.2.3", "1__", "0x1_", "09", "012", "0_", "x = 1" + "0" * 4300,
    "a = 5 6", "a.1", "1.a",
    # characters
    "$", "a?b", "a\u00a0b", "a\u201cb\u201d", "x = \u20ac", "!x", "a ! b", "\\ x", "x\\y", "x = 1 \\", "x = \\\n",
    "x\\", "print(\u2018hi\u2019)", "x = 1 \u2013 2", "\u00e9 = \u20ac", "a \u200b= 1", "x = 5\u00b2", "a <> b",
    # strings
    "'abc", "x = 'abc\ny = 1", "'''abc", "x = '''abc\ndef\n", "x = 'abc\\\n", "\"it's", "b'\u00e9'", "'\\x1'",
    "b'\\x1'", "'\\u12'", "'\\N{foo}'", "'\\U99999999'", "'\\N'", "'\\N{}'", "'a' b'c'", "x = 'a' b'c'", "kf'x'",
    "'\u00e9\\x1'", "f('a\\x1')", "print('hello)", "print(\"hello)\nx = 1", "x = 'a' 5", "'a' b",
    # f-strings
    "f'{", "f'{a", "f'}'", "f'{}'", "f'{a b}'", "f'{a!x}'", "f'{a!}'", "f'{a:{b:{c}}}'", "f'{a\\n}'", "f'{#}'",
    "f'{a[}'", "f'{a)}'", "f'{(a}'", "f'{a'", "f'{a!r:'", "f'{!r}'", "f'{ }'", "f'{a:'", "f'{a +}'", "f'{lambda x:1}'",
    "f'{a = b}'", "x = f'abc {d e} f'", "f'''\n{a b}'''", "f'{1 = 2}'", "f'{print 1}'", "f'a {b' + 'c'", "f'{*a}'",
    "f'{a$b}'", "f'{0777}'", "f'{a[0]]}'", "f'{\"a}'", "f'{a!rr}'", "f'{yield}' 1", "f'{a:{}}'", "f'{x!}'",
    "f'{a if b}'", "f'{(a b)}'", "(\nf'{a b}'\n)", "f'{f(a=1, b)}'", "f'{a.}'", "f'{1a}'", "f'{a b c}'",
    # brackets
    "x=(1,\n2", "x = [1,2)", ")", "(\n]", "x = {\n\n1:2\n\ny = 3", "(" * 201, "[" * 150 + "{" * 60, "f(", "f(a, (b)",
    "x = [1, 2\ny = 3\n", "print((1)", "d = {1: 2\nx = 5", "a)", "f(]", "{1: [2}", "def f(:\n    pass", "x = (1 + \n",
    "foo(a, b\nfor x in y:\n    pass\n", "if (a:\n    b\n", "x = ']'\n]", "class A(:\n    pass",
    # commas and equals signs
    "f(a b)", "[1 2]", "(a b)", "{a b}", "{1: 2 3: 4}", "f(a, b c)", "f(a b, c)", "print(a 'b')", "[1, 2 3, 4]",
    "if x = 1:\n    pass", "if x.y = 1:\n    pass", "while a = b:\n    pass", "if f() = 3: pass", "print(a.b = 1)",
    "f(1 = 2)", "f(True = 1)", "f(None=1)", "f(a=1 for a in b)", "x = (a = 1)", "[a = 1]", "if (x = 1): pass",
    "a == 1 = 2", "f(a + 1=2)", "f(a()=2)", "x = a if b", "x = a if b else", "[x if y for x in z]", "elif x: pass",
    # assignment
    "1 = x", "f() = 1", "a + b = c", "None = 1", "True = 2", "x = 1 = 2", "x = f() = 2", "(a, 1) = 2", "[a, f()] = 2",
    "'a' = 1", "f'{a}' = 1", "lambda: 1 = 2", "a if b else c = 1", "-a = 1", "not a = 1", "a < b = 1", "{} = 1",
    "{a} = 1", "{a: b} = 1", "[a for a in b] = 1", "(a for a in b) = 1", "... = 1", "a and b = 1", "await a = 1",
    "(yield) = 1", "a = yield = 1", "x := 1", "(x.y := 1)", "(1 := 2)", "f(x.y := 1)", "*a, b += 1", "a, b += 1",
    "f() += 1", "1 += 1", "(a, b) += 1", "a + 1 += 2", "[a] += 1", "x += ", "x + = 1", "x =+ ", "x === 1", "x =! 1",
    "a, b: int", "(a, b): int", "[a]: int", "f(): int", "1: int", "a + b: int = 3", "x: ", "x: int = ", "(a): int b",
    "*a: int", "x++", "x--", "++x = 1", "a = b := 1", "a = *b = c", "a.b() = c", "(a) = 1 = b", "__debug__ 1",
    # del, for, with, import
    "del f()", "del 1", "del a + b", "del (a, 1)", "del *a", "del a b", "del", "del [a, b()]", "del a,, b",
    "for 1 in x: pass", "for f() in x: pass", "for a, 1 in x: pass", "for x y in z: pass", "for x in: pass",
    "for x in y", "for x in y\n    pass", "for x:\n    pass", "for", "for x in range(10)\n    print(x)",
    "[x for 1 in y]", "[x for f() in y]", "{x for (a, 1) in y}", "[x for x]", "[for x in y]", "(x for x in)",
    "with a as 1: pass", "with a as f(): pass", "with (a as 1): pass", "with a as b, c as 2: pass", "with a", "with a\n",
    "with (a, b)\n", "with (a as b)\n", "with a as b\n    pass", "with: pass", "with a:\nb", "with (a):\nb",
    "import", "import a.", "import a as", "import a as b.c", "import a b", "from a import", "from a import b,",
    "from a import b, \n", "from a import (b", "from a import (b,,c)", "from . import", "from import a",
    "from a import b c", "from a import *, b", "from a import ()", "import a, ", "from a.b import c.d", "import 1",
    # colons and blocks
    "if x\n    pass", "if x:\npass", "if x:", "if x:\n", "if x", "if", "if x: pass\nelse\n    pass", "else: pass",
    "if x:\n    pass\nelse:\npass", "if x:\n    pass\nelif y\n    pass", "if x:\n    pass\nelif y:\npass",
    "if x:\n    pass\nelif:\n    pass", "while x\n    pass", "while x:\npass", "while", "while True", "class A\n    pass",
    "class A:\npass", "class A():\npass", "class", "class 1: pass", "class A(b c): pass", "class A(B)\n    pass",
    "def f()\n    pass", "def f():\npass", "def f:\n    pass", "def f(", "def f(x", "def f()", "def", "def 1(): pass",
    "def f(x) -> int\n    pass", "def f(x) ->: pass", "def f(1): pass", "def f(x y): pass", "def f(x.y): pass",
    "async def f():\npass", "async x", "async for x in y:\npass", "@a\nx = 1", "@\ndef f(): pass", "@a b\ndef f(): pass",
    "try:\n    pass\n", "try:\n    pass\nx = 1", "try\n    pass", "try:\npass", "try:\n    pass\nexcept\n    pass",
    "try:\n    pass\nexcept:\npass", "try:\n    pass\nexcept A\n    pass", "try:\n    pass\nexcept A:\npass",
    "try:\n    pass\nexcept A, B:\n    pass", "try:\n    pass\nexcept A, B as c:\n    pass",
    "try:\n    pass\nexcept* A:\npass", "try:\n    pass\nexcept*:\n    pass", "try:\n    pass\nexcept *\n    pass",
    "try:\n    pass\nexcept A:\n    pass\nexcept* B:\n    pass", "try:\n    pass\nexcept* A:\n    pass\nexcept B:\n    pass",
    "try:\n    pass\nfinally\n    pass", "try:\n    pass\nfinally:\npass", "try:\n    pass\nelse:\n    pass",
    "try:\n    pass\nexcept A as b.c:\n    pass", "try:\n    pass\nexcept A B:\n    pass", "except: pass", "finally: pass",
    "for x in y:\npass", "lambda x: ", "lambda", "lambda x", "lambda (x): 1", "lambda x, x y: 1", "lambda *: 1",
    # indentation
    "a = 1\n  b = 2\n", "  a = 1", "if 1:\n    a\n  b\n", "if 1:\n\ta\n        b\n", "if 1:\n        a\n\tb\n",
    "if x:\n    a\n     b\n", "def f():\n    a\n  b\nc", "x = 1\n    \n\ty = 2", "if x:\n  if y:\n    a\n   b\n",
    "class A:\n    def f(self):\n    pass\n", "for i in x:\nprint(i)\n", "if a:\n    # comment\nb = 1\n",
    "def f():\n    '''doc'''\n  x = 1\n", "\n\n   x", "if x:\n" + "".join(" " * i + "if x:\n" for i in range(1, 101)),
    # match
    "match x\n    case 1: pass", "match x:\ncase 1: pass", "match x:\n    case 1\n        pass",
    "match x:\n    case 1:\n    pass", "match x:\n    case a as _: pass", "match x:\n    case a as 1: pass",
    "match x:\n    case a as b.c: pass", "match x:\n    case A(a=1, 2): pass", "match x:\n    case A(1, a=1, 2, 3, b=4): pass",
    "match x:\n    case {**a, 1: 2}: pass", "match x:\n    case {a: 1}: pass", "match x:\n    case 1 + 2: pass",
    "match x:\n    case 1j + 2j: pass", "match x:\n    case *a: pass", "match x:\n    case a | : pass", "match x:\n    pass",
    "match x:\n    case f'{a}': pass", "match x:\n    case -a: pass", "match x:\n    case a b: pass", "case 1: pass",
    "match x:\n    case (a, b: pass", "match x:\n    case 1 if : pass", "match 1 2:\n    case 3: pass",
    # calls
    "f(a=1, b)", "f(**a, b)", "f(**a, *b)", "f(a=1, *b, c)", "f(x for x in y, 1)", "f(1, x for x in y)",
    "f(x for x in y, z for z in w)", "f(a, x for x in y, b)", "f(a, b=x for x in y)", "f(**)", "f(*)", "f(a=)", "f(,)",
    "f(a,,b)", "f(=1)", "f(a, b=1, c d)", "f(a.b=1)", "f('a'=1)", "f(a=b=c)", "f(a for b)", "f(*a for a in b)",
    "f(**a for a in b)", "f(a, *)", "f(x, y for y in z)", "class A(x for x in y): pass", "f(a := 1 for a in b)",
    # parameters
    "def f(a=1, b): pass", "def f(a=1, /, b): pass", "def f(a, b=1, c, d=2): pass", "lambda a=1, b: 1",
    "def f((a, b)): pass", "def f(a, (b)): pass", "def f(a, (b, c), d): pass", "lambda (a, b): 1", "def f(/): pass",
    "def f(/, a): pass", "def f(a, /, b, /): pass", "def f(*a, /): pass", "def f(a, *, /): pass", "def f(a, *b, c, /): pass",
    "def f(a, / *b): pass", "def f(a=): pass", "def f(a, b=, c): pass", "def f(*): pass", "def f(*,): pass",
    "def f(*, **a): pass", "def f(*a=1): pass", "def f(*a, *b): pass", "def f(*, *a): pass", "def f(*a, b, *c): pass",
    "def f(**a=1): pass", "def f(**a, b): pass", "def f(**a, *b): pass", "def f(**a, **b): pass", "def f(**a, /): pass",
    "lambda *a=1: 1", "lambda **a, b: 1", "lambda *, **a: 1", "lambda a, /, b, /: 1", "def f(a b): pass", "def f(a, 1): pass",
    "def f(a, a.b): pass", "def f(*a b): pass", "lambda a b: 1", "def f(a:): pass", "def f(a, b):: pass", "def f(a=1 b): pass",
    # displays
    "{1:}", "{1: 2, 3}", "{1: 2, 3:}", "{1: *a}", "{1: 2, 3: *a}", "{**a, b}", "{a, b: c}", "{**a for a in b}",
    "{1: 2, **a for a in b}", "[*a for a in b]", "(*a for a in b)", "{*a for a in b}", "[a, b for a in c]",
    "[a, for a in c]", "{a, b for a in c}", "(a, b for a in c)", "(*a)", "(**a)", "x = (*a)", "*a", "print(*a b)",
    "[a b for a in c]", "{a: b for a in c, d}", "{:}", "{,}", "[,]", "(,)", "[1,,2]", "a[", "a[]", "a[1:2:3:4]", "a[b c]",
    "a[1, 2", "a[:, b c]", "x = {'a': 1 'b': 2}", "x = {'a' 1}", "{1: 2, 3 4}", "{a: b c: d}", "[x, y z for q in r]",
    # other
    "print 1", "print 'hello'", "print a, b", "exec 'x'", "print x.y(1)", "print", "print -1", "print (1) 2",
    "x = print 1", "f(print 1)", "if x: print 'a'", "exec a in b", "print >>f, 1", "a b", "a b c", "1 2", "return 1 2",
    "pass 1", "break x", "continue 1", "global", "global a.b", "global a b", "nonlocal 1", "assert", "assert a,",
    "raise a from", "raise a, b", "return =", "x = ", "1 +", "a.", "a..b", "not", "a and", "a or or b", "a not b",
    "a is is b", "x = y z", "class = 1", "def = 1", "import = 1", "for = 1", "True.x = ", "a = 1; b = ; c", ";", "a;;b",
    "lambda: (yield) 1", "yield = 1", "x = yield 1 2", "await", "async", "a ? b : c", "x = [\n1,\n2,\n3 4\n]", "a -> b",
    "i++", "i += 1 2", "if a then b", "if a:\n    b\nelse c", "else if a:\n    b", "foo bar baz", "let x = 1", "int x = 1",
    "x = 1,, 2", "def f(x): return x y", "print('a' 'b' c)", "a = (1, 2, 3", "@", "print(f'{a b}')", "a = b = 3 4",
    "if a == 1\n    print('x')\n", "def f(self, x\n    return x\n", "while i < 10\n    i += 1\n", "a = [1, 2, 3\nb = 4\n",
    "print('a'\nprint('b')\n", "x = {'a': 1,\n     'b': 2\nprint(x)\n", "if True:\n    print('a')\n   print('b')\n",
    "(c d)", "f(ma b)", "f(b=1, c d)", "f(b=1, x y)", "a = 1\nb = (x y)", "{1: 2, c d}", "[_ a]", "[case a]",
    "-" * 6500 + "1", "not " * 6500 + "1",
]

BYTE_SNIPPETS = [
    b"\xef\xbb\xbf# coding: latin-1\n", b"# coding: latin-1\nx = '\xe9' 5\n", b"a b\r\n", b"x = 1\r\ny = (\r\n",
    b"if x\r\n    a\r\n", b"x = 1 +  # why\r\n", b"if x:\r\n\ta\r\n        b\r\n", b"\xef\xbb\xbfa b", b"a = 'x\r\n", b"\x0c  a b", b"a\x01b", b"a\x7fb",
]


def expected(source):
    try:
        compile(source, "snippet.py", "exec", 0x400)  # 0x400: the tree only; what the compiler refuses is not asked
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset,
                error.text]
    except (MemoryError, RecursionError) as error:
        return [type(error).__name__, "", 0, 0, 0, 0, None]
    return ["none"]


def ours(program, paths):
    output = subprocess.run([program, *paths], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8", "replace")
    results = []
    for body in re.split(r"^== .*\n", output, flags=re.M)[1:]:
        if not body.startswith("!"):
            results.append(["none"])
            continue
        fields = body[1:].split("|", 2)
        # a message may hold the separator; the four numbers before the line do not
        kind, rest = fields[0], body[1:].split("|", 1)[1]
        message, numbers, text = split_numbers(rest)
        results.append([kind, message, *numbers, text])
    return results


def split_numbers(rest):
    parts = rest.split("|")
    for i in range(1, len(parts) - 3):
        try:
            numbers = [int(part) for part in parts[i:i + 4]]
        except ValueError:
            continue
        text = "|".join(parts[i + 4:])
        return "|".join(parts[:i]), numbers, text[:-2]
    raise ValueError(rest)


def same(want, got):
    if want[0] != got[0] or len(want) != len(got):
        return False
    if want[0] in ("none", "MemoryError"):
        return True
    want = ["-" if field is None else field for field in want]
    want[6] = want[6].rstrip("\n").split("\n")[-1]       # of joined lines; printed is the last one
    got = got[:6] + [got[6].rstrip("\n")]
    if want[4] == "-":                     # no place is known
        return want[:3] == got[:3]
    return want == got


def main():
    program = sys.argv[1]
    commented = [snippet + "  # why" for snippet in SNIPPETS if len(snippet) < 1000]
    sources = [snippet.encode() for snippet in SNIPPETS + commented] + BYTE_SNIPPETS
    bad = 0
    with tempfile.TemporaryDirectory() as directory:
        paths = []
        for i, source in enumerate(sources):
            paths.append(os.path.join(directory, f"{i}.py"))
            with open(paths[-1], "wb") as file:
                file.write(source)
        for source, got in zip(sources, ours(program, paths)):
            # text, for CPython counts columns of bytes in bytes
            want = expected(source if source in BYTE_SNIPPETS else source.decode())
            if not same(want, got):
                bad += 1
                print(repr(source[:80]), "\n   CPython:", want, "\n   ours:   ", got)
    print(f"{len(sources)} snippets compared, {bad} differ")
    return bad != 0


if __name__ == "__main__":
    sys.exit(main())
