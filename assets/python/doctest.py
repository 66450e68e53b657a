"""Examples in documentation strings, tried out by testmod()."""
import io
import re
import sys
from _traceback import source_line as _source_line
from collections import namedtuple
from types import BuiltinFunctionType, FunctionType

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


def _is_routine(value):
    return isinstance(getattr(value, '__wrapped__', value), (FunctionType, BuiltinFunctionType))


def _belongs(value, module_name, names):
    if isinstance(value, FunctionType):
        return value.__globals__ is names
    return getattr(value, '__module__', None) == module_name


def _members(cls, module_name, names):
    """The methods, properties and inner classes of a class, with their names."""
    for key, value in cls.__dict__.items():
        value = getattr(value, '__func__', value) if isinstance(value, (staticmethod, classmethod)) else value
        if isinstance(value, property) or ((_is_routine(value) or isinstance(value, type)) and
                                           _belongs(getattr(value, '__wrapped__', value), module_name, names)):
            yield key, value


def _documented(module_name, names):
    """(name, text, object) of the module and of all that it defines, with and without examples, sorted by name."""
    found = [(module_name, names.get('__doc__') or '', None)]
    seen = set()

    def look(name, value):
        if id(value) in seen:
            return
        seen.add(id(value))
        doc = getattr(value, '__doc__', None)
        found.append((name, doc if isinstance(doc, str) else '', value))
        if isinstance(value, type):
            for key, inner in _members(value, module_name, names):
                look(f'{name}.{key}', inner)

    for key, value in list(names.items()):
        value = getattr(value, '__wrapped__', value)
        if (_is_routine(value) or isinstance(value, type)) and _belongs(value, module_name, names):
            look(f'{module_name}.{key}', value)
    for key, text in names.get('__test__', {}).items():
        found.append((f'{module_name}.__test__.{key}', text if isinstance(text, str) else text.__doc__ or '', None))
    return sorted(found, key=lambda entry: entry[0])


def _text_line(value, line_at):
    """The line, from 0, where an object's documentation string begins; None where that is not known."""
    line, wanted = 0, None
    if isinstance(value, type):
        wanted = re.compile(r'class\s*%s\b' % value.__name__)
    elif value is not None:
        value = getattr(value, 'fget', value)
        if not isinstance(value, FunctionType):
            return None
        line = value.__code__.co_firstlineno - 1
    empty = 0
    begin = re.compile(r'(^|.*:)\s*\w*("|\')')
    while empty < 100:               # that many empty lines: the end of the file
        text = line_at(line + 1)
        empty = 0 if text else empty + 1
        if wanted and wanted.match(text):
            wanted = None
        if not wanted and begin.match(text):
            return line
        line += 1
    return None


class _Tally:
    """How many examples of each object were tried, and how many failed."""

    def __init__(self, verbose):
        self.verbose = verbose
        self.counts = {}

    def attempt(self, where, place, source, wanted, space):
        counts = self.counts[where]
        counts[1] += 1
        if self.verbose:
            print('Trying:\n' + _indented(source) +
                  ('Expecting:\n' + _indented(wanted) if wanted else 'Expecting nothing\n'), end='')
        got, good = _judge(source, wanted, space)
        if not good:
            counts[0] += 1
            _report(place, source, wanted, got)
        elif self.verbose:
            print('ok')

    def results(self):
        return TestResults(sum(failed for failed, _ in self.counts.values()),
                           sum(tried for _, tried in self.counts.values()))

    def _print_passes(self):
        empty = sorted(name for name, (failed, tried) in self.counts.items() if tried == 0)
        passed = sorted((name, tried) for name, (failed, tried) in self.counts.items() if tried and not failed)
        if empty:
            print(len(empty), 'items had no tests:')
            for name in empty:
                print('   ', name)
        if passed:
            print(len(passed), 'items passed all tests:')
            for name, tried in passed:
                print(' %3d tests in %s' % (tried, name))

    def summarize(self):
        failed, tried = self.results()
        if self.verbose:
            self._print_passes()
        if failed:
            wrong = sorted((name, counts) for name, counts in self.counts.items() if counts[0])
            print('*' * 70)
            print(len(wrong), 'items had failures:')
            for name, counts in wrong:
                print(' %3d of %3d in %s' % (*counts, name))
        if self.verbose:
            print(tried, 'tests in', len(self.counts), 'items.')
            print(tried - failed, 'passed and', failed, 'failed.')
        if failed:
            print(f'***Test Failed*** {failed} failures.')
        elif self.verbose:
            print('Test passed.')


def _judge(source, wanted, space):
    """What the example gives, and whether that is what is wanted."""
    got, error = _run(source, space)
    if error is None:
        return got, _matches(wanted, got, source)
    expected = _wanted_exception(wanted)
    text = _exception_text(error)
    good = expected is not None and (
        _matches(expected, text, source) or
        'IGNORE_EXCEPTION_DETAIL' in source and expected.split(':')[0] == text.split(':')[0])
    return 'Traceback (most recent call last):\n    ...\n' + text, good


class _Place:
    """Where an example stands; looked for in the source when it is printed."""

    def __init__(self, file, where, line, value, line_at):
        self.file, self.where, self.line, self.value, self.line_at = file, where, line, value, line_at

    def __str__(self):
        first = _text_line(self.value, self.line_at)
        return f'File "{self.file}", line {"?" if first is None else first + self.line + 1}, in {self.where}'


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Test examples in docstrings in functions and classes reachable from module m."""
    module = m or sys.modules['__main__']
    names = module.__dict__
    code = sys._getframe(1).f_code
    tally = _Tally('-v' in sys.argv if verbose is None else verbose)
    for where, doc, value in _documented(name or module.__name__, names):
        if exclude_empty and not doc:
            continue
        tally.counts.setdefault(where, [0, 0])
        space = dict(names if globs is None else globs)
        space.update(extraglobs or {})
        for source, wanted, line in _examples(doc):
            place = _Place(names.get('__file__', '<string>'), where, line, value, lambda n: _source_line(code, n))
            tally.attempt(where, place, source, wanted, space)
    if report:
        tally.summarize()
    return tally.results()


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Test examples in the given object's docstring."""
    if verbose:
        print('Finding tests in', name)
    tally = _Tally(verbose)
    tally.counts[name] = [0, 0]
    code, space = sys._getframe(1).f_code, dict(globs)
    for source, wanted, line in _examples(getattr(f, '__doc__', None) or ''):
        place = _Place(code.co_filename, name, line, f, lambda n: _source_line(code, n))
        tally.attempt(name, place, source, wanted, space)
