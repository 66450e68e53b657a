# What the module traceback writes has no suggestions, and of a SyntaxError as many carets as its fields say.
import traceback, sys
def show(f):
    try: f()
    except BaseException as e:
        traceback.print_exc(file=sys.stdout)
        print(traceback.format_exception_only(type(e), e))
def src(s):
    return lambda: exec(compile(s, '<s>', 'exec'))
show(lambda: exec('prnt(1)'))
show(lambda: [].appendd)
for s in ['if x:\npass', 'f(a=1 b)', 'setup(a,\n b=[1]\n  c=(1\n))', 'try:\n  pass\nexcept TypeError, ValueError:  # Wrong!\n  pass', 'for x in y:\n...', 'x = (1,\n  2', 'x = "abc', 'a = 1 +', 'def f(:\n pass', 'class A\n pass','if x:\n  a\n b', '\tif x:\n        y','f(**a, *b)','a b','x = $','lambda: (yield)\nprint 1','"""abc', 'Assign(targets=[\n Name(1)], value=1)\nFor(target=1,\n iter=2, body=[\n A(1) B(2)])', 'Module(body=[\n  Assign(targets=[\n   Name(1)\n ], value=3)\n For(1)])', '\n\n\n   x=1\n y']:
    show(src(s))
