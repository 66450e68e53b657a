# Warnings that come from built-in operations and from compile() go through the module `warnings`.
import random
import sys
import warnings

CODE = type(compile("1", "x", "eval"))


def told(action, *args):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            result = action(*args)
            print(result if type(result) is not CODE else "code")
        except Exception as error:
            print(type(error).__name__, error)
    for warning in seen:
        print(' ', warning.category.__name__, warning.filename[-21:], str(warning.message)[:60])


class Whole(int):
    pass


class Real(float):
    pass


class Number:
    def __int__(self):
        return Whole(3)

    def __index__(self):
        return True

    def __float__(self):
        return Real(2)


class Cut:
    def __trunc__(self):
        return 5


told(bool, NotImplemented)
told(lambda: 1 if not NotImplemented else 2)
for convert in int, float, hex, [5, 6].__getitem__, bin:
    told(convert, Number())
told(int, Cut())
told(compile, 'x is 3', 'file', 'exec')
told(compile, '\n\nassert (x, 1)\n[1] [2, 3]', 'file', 'exec')
told(eval, '3 is 3')
random.seed(1)
told(random.randrange, 3.0)
told(random.randrange, 3.5)

with warnings.catch_warnings():
    warnings.simplefilter('error')
    for source in 'x is 3', '\n\n()()', 'f("a" (1))':
        try:
            compile(source, 'file', 'exec')
        except SyntaxError as error:
            print(error.msg, error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)
    try:
        bool(NotImplemented)
    except DeprecationWarning as error:
        print(repr(error))


async def never():
    pass


def forget():
    never()


told(forget)


def shown(*args):
    print([str(arg)[-30:] for arg in args])


warnings.simplefilter('always')
warnings.showwarning = shown
warnings.warn('one')
warnings.warn_explicit('two', UserWarning, 'other.py', 3)
print(warnings.formatwarning('text', UserWarning, 'other.py', 3), end='')
print(warnings.formatwarning('text', UserWarning, 'other.py', 3, ' line '), end='')
print(warnings.formatwarning('text', UserWarning, __file__, 3)[-14:], end='')
warnings.resetwarnings()
warnings.filterwarnings('ignore', message='.*quiet')
warnings.filterwarnings('ignore', module='__ma[hi]')
warnings.filterwarnings('always', message='LOUD')
for message in 'be quiet', 'louder', 'other':
    warnings.warn(message)


def hook(unraisable):
    print('hook', unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object.__name__)


class Failing:
    def __del__(self):
        raise ValueError('in __del__')


sys.unraisablehook = hook
Failing()
print(sys.unraisablehook is hook, sys.__unraisablehook__ is hook)
sys.unraisablehook = sys.__unraisablehook__
Failing()
