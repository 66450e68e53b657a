# Where an expression's text ends too soon, what the lexer refuses, what compile, eval and __import__ refuse.
for text in ('1 +', 'not', 'a.', 'lambda', '1 if', '(1 +', '[1, 2', '', 'x = 1', 'a b', '1;2', "'abc", '07',
             '€', '1 +\n', '(1, 2]', '1_', '0xg'):
    for mode in 'eval', 'exec', 'single':
        try:
            compile(text, 'f', mode)
        except SyntaxError as error:
            print(mode, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
for action in (lambda: eval('a', 5), lambda: eval('a', []), lambda: exec('a', []), lambda: exec('a', {}, 5),
               lambda: compile('1', 5, 'exec'), lambda: compile(5, 'f', 'exec'), lambda: compile(b'1', b'f', 'eval').co_filename,
               lambda: __import__(5), lambda: __import__(''), lambda: __import__('math', level='a'), lambda: eval(5),
               lambda: exec('import math.sub'), lambda: exec('import no_such.sub')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
eval('1 +')
