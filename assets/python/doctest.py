"""Examples in documentation strings, tried out by testmod()."""
import io
import sys
from collections import namedtuple

TestResults = namedtuple('TestResults', 'failed attempted')
ELLIPSIS = 8
NORMALIZE_WHITESPACE = 4
IGNORE_EXCEPTION_DETAIL = 32


def _examples(text):
    """(source, wanted, line) of each example."""
    lines = text.expandtabs().split('\n')
    i = 0
    while i < len(lines):
        stripped = lines[i].lstrip()
        if not stripped.startswith('>>>'):
            i += 1
            continue
        indent = len(lines[i]) - len(stripped)
        first = i
        source = [lines[i][indent + 4:]]
        i += 1
        while i < len(lines) and lines[i][indent:indent + 3] == '...':
            source.append(lines[i][indent + 4:])
            i += 1
        wanted = []
        while i < len(lines) and lines[i].strip() and not lines[i].lstrip().startswith('>>>'):
            wanted.append(lines[i][indent:])
            i += 1
        yield '\n'.join(source) + '\n', ''.join(line + '\n' for line in wanted), first


def _matches(wanted, got, source):
    wanted = wanted.replace('<BLANKLINE>\n', '\n')
    if wanted == got or wanted in ('True\n', 'False\n') and got == str(int(wanted == 'True\n')) + '\n':
        return True
    if 'NORMALIZE_WHITESPACE' in source:
        if ' '.join(wanted.split()) == ' '.join(got.split()):
            return True
        wanted, got = ' '.join(wanted.split()), ' '.join(got.split())
    if 'ELLIPSIS' in source and '...' in wanted:
        at = 0
        parts = wanted.split('...')
        if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
            return False
        for part in parts:
            at = got.find(part, at)
            if at < 0:
                return False
            at += len(part)
        return True
    return False


def _run(source, names):
    """What the example writes, or the exception's last lines."""
    old, sys.stdout = sys.stdout, io.StringIO()
    error = None
    try:
        exec(compile(source, '<doctest>', 'single'), names)
    except Exception as exception:
        error = exception
    finally:
        got, sys.stdout = sys.stdout.getvalue(), old
    return got, error


def _exception_text(error):
    text = str(error)
    name = type(error).__qualname__
    if type(error).__module__ not in ('builtins', '__main__'):
        name = f'{type(error).__module__}.{name}'
    return f'{name}: {text}\n' if text else f'{name}\n'


def _wanted_exception(wanted):
    lines = wanted.splitlines(True)
    if not lines or not lines[0].startswith('Traceback ('):
        return None
    for i, line in enumerate(lines[1:], 1):
        if line[:1].isalnum() or line[:1] == '_':
            return ''.join(lines[i:])
    return ''


def _indented(text):
    return ''.join('    ' + line for line in text.splitlines(True))


def _report(where, source, wanted, got):
    print('*' * 70)
    print(where)
    print('Failed example:')
    print(_indented(source), end='')
    print('Expected:\n' + _indented(wanted) if wanted else 'Expected nothing\n', end='')
    print('Got:\n' + _indented(got) if got else 'Got nothing\n', end='')


def _documented(module_name, names):
    found = []
    seen = set()

    def look(name, value):
        if id(value) in seen:
            return
        seen.add(id(value))
        doc = getattr(value, '__doc__', None)
        if isinstance(doc, str) and '>>>' in doc:
            found.append((name, doc))
        if isinstance(value, type):
            for key, inner in value.__dict__.items():
                inner = getattr(inner, '__func__', inner)
                if callable(inner) or isinstance(inner, property):
                    look(f'{name}.{key}', inner)

    if isinstance(names.get('__doc__'), str) and '>>>' in names['__doc__']:
        found.append((module_name, names['__doc__']))
    for key, value in list(names.items()):
        if callable(value) and getattr(value, '__module__', None) == module_name:
            look(f'{module_name}.{key}', getattr(value, '__wrapped__', value))
    return sorted(found)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Test examples in docstrings in functions and classes reachable from module m."""
    module = m or sys.modules['__main__']
    names = module.__dict__
    failed = attempted = 0
    for where, doc in _documented(name or module.__name__, names):
        space = dict(names if globs is None else globs)
        space.update(extraglobs or {})
        for source, wanted, line in _examples(doc):
            attempted += 1
            got, error = _run(source, space)
            expected = _wanted_exception(wanted)
            if error is not None:
                text = _exception_text(error)
                good = expected is not None and (expected == text or 'IGNORE_EXCEPTION_DETAIL' in source and
                                                 expected.split(':')[0] == text.split(':')[0] or
                                                 _matches(expected, text, source))
                got = 'Traceback (most recent call last):\n    ...\n' + text
            else:
                good = _matches(wanted, got, source)
            if not good:
                failed += 1
                _report(f'File "{names.get("__file__", "<string>")}", in {where}', source, wanted, got)
    if failed:
        print('*' * 70)
        print(f'***Test Failed*** {failed} failures.')
    return TestResults(failed, attempted)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Test examples in the given object's docstring."""
    for source, wanted, line in _examples(getattr(f, '__doc__', None) or ''):
        got, error = _run(source, globs)
        if error is not None or not _matches(wanted, got, source):
            _report(f'in {name}', source, wanted, got or _exception_text(error))
