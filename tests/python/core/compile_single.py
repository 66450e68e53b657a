# What compile() takes as one statement.
for source in ('1\n2', 'a = 13\nb = 187', 'del x\ndel y', 'f()\ng()', 'f()\n# blah\nblah()', 'x = 5 # comment\n', '1', '\n1',
               ' 1', '# c', '', 'if 1: 2\n', 'x=1;y=2', '1\n\n', 'import sys; sys', 'def f(): pass\n', 'x ='):
    try:
        exec(compile(source, '<s>', 'single'))
        print('ok', repr(source))
    except SyntaxError as error:
        print(repr(source), error, error.lineno)
