exec(compile("def f():\n  raise ValueError('in f')\nf()", "made up name.py", "exec"))
