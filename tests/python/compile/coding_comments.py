# Of a str the coding comment means nothing and the byte-order mark is a character; of bytes both are obeyed.
for s in ('# -*- coding: foo -*-\nprint("é")', '\ufeffx = 1', '# coding: latin-1\nprint("é")'):
    try: exec(compile(s, '<s>', 'exec'))
    except SyntaxError as e: print(repr(e.msg), e.args)
for s in ('\ufeffx = 1', '# coding: latin-1\nprint("é")', '# coding: cp1252\nprint("é")', '# coding: iso-8859-15\nprint("é")'):
    exec(compile(s.encode('utf-8'), '<s>', 'exec'))
