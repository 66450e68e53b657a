# Wrong source given to exec, eval and compile.
sources = [
    "x = ", "x = (1,\n 2", "def f(:\n  pass", "  indented", "if 1:\npass", "return 1", "x = 'abc", "a b", "f(a=1, 2)",
    "for in x: pass", "1 = x", "x = 5 5", "class : pass", "'%s' % ", "\tx\n  y",
]
more = [
    "break", "nonlocal x", "def f(a, a): pass", "f(**a, *b)", "x = $", "é = = 1", "print 1", "if x = 1: pass",
    "try:\n pass\n", "def f():\n\tx\n        y\n", "lambda: (yield) = 1", "a, b += 1", "del f()", "{1: 2, 3}",
]


def collect(some):
    found = []
    for source in some:
        try:
            exec(source)
        except SyntaxError as e:
            found.append(e)
    return found


try:
    raise ExceptionGroup("some", collect(sources))
except ExceptionGroup:
    raise ExceptionGroup("more", collect(more))
