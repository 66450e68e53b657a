"""Examples in documentation strings, tried out: they are parsed, run and compared with what is written below them."""
import io
import re
import sys
import traceback
from _traceback import anchors as _anchors, source_line as _source_line
from collections import namedtuple
from types import BuiltinFunctionType, FunctionType

__all__ = ['register_optionflag', 'COMPARISON_FLAGS', 'REPORTING_FLAGS', 'Example', 'DocTest', 'DocTestParser',
           'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure', 'UnexpectedException', 'DebugRunner',
           'testmod', 'testfile', 'run_docstring_examples']

TestResults = namedtuple('TestResults', 'failed attempted')
OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """A new flag of that name, or the one that is there."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


_comparison = ('DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
               'IGNORE_EXCEPTION_DETAIL')
_reporting = ('REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE', 'FAIL_FAST')
COMPARISON_FLAGS = REPORTING_FLAGS = 0
for _name in _comparison + _reporting:
    globals()[_name] = register_optionflag(_name)
    __all__.append(_name)
    if _name in _comparison:
        COMPARISON_FLAGS |= globals()[_name]
    else:
        REPORTING_FLAGS |= globals()[_name]

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'
_divider = '*' * 70


def _indent(text):
    """Four blanks before every line that is not empty."""
    return re.sub('(?m)^(?!$)', '    ', text)


# ---- examples ----

class Example:
    """A piece of source and what it is to give."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want if not want or want.endswith('\n') else want + '\n'
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith('\n') else exc_msg + '\n'
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one documentation string, and the names that they run with."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.docstring, self.globs = examples, docstring, globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        told = 'no examples' if count == 0 else '1 example' if count == 1 else f'{count} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({told})>'

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return (self.name, self.filename or '') < (other.name, other.filename or '')


_example = re.compile(r'''
    ^(?P<indent>[ ]*)>>>[ ]?(?P<first>.*)
    (?P<more>(?:\n[ ]*\.\.\..*)*)
    \n?(?P<want>(?:(?![ ]*$)(?![ ]*>>>).+\n?)*)''', re.M | re.X)
_exception = re.compile(r'''
    Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):\s*$
    .*?
    ^(?P<message>\w+.*)''', re.M | re.X | re.S)
_option = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.M)
_no_source = re.compile(r'^[ ]*(#.*)?$').match


class DocTestParser:
    """Finds the examples in a text."""

    def parse(self, string, name='<string>'):
        """Examples and the text between them, in turn."""
        string = string.expandtabs()
        margin = self._margin(string)
        if margin > 0:
            string = '\n'.join(line[margin:] for line in string.split('\n'))
        output, at, line = [], 0, 0
        for match in _example.finditer(string):
            output.append(string[at:match.start()])
            line += string.count('\n', at, match.start())
            example = self._example(match, name, line)
            if not _no_source(example.source.rstrip('\n')):
                output.append(example)
            line += string.count('\n', match.start(), match.end())
            at = match.end()
        output.append(string[at:])
        return output

    def get_doctest(self, string, globs, name, filename, lineno):
        """A DocTest of the examples in a text."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        """The examples in a text, without what stands between them."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    @staticmethod
    def _margin(string):
        return min((len(line) - len(line.lstrip()) for line in string.split('\n') if line.strip()), default=0)

    def _example(self, match, name, line):
        indent = len(match['indent'])
        lines = match[0].split('\n')
        count = 1 + match['more'].count('\n')
        for i, text in enumerate(lines[:count]):
            if len(text) >= indent + 4 and text[indent + 3] != ' ':
                raise ValueError(f'line {line + i + 1!r} of the docstring for {name} lacks blank after '
                                 f'{text[indent:indent + 3]}: {text!r}')
        self._check_indent(lines[1:count], indent, name, line)
        source = '\n'.join(text[indent + 4:] for text in lines[:count])
        want = match['want'].rstrip('\n').split('\n')
        self._check_indent(want, indent, name, line + count - 1)
        want = '\n'.join(text[indent:] for text in want)
        message = _exception.match(want)
        return Example(source, want, message and message['message'], line, indent,
                       self._options(source, name, line))

    @staticmethod
    def _check_indent(lines, indent, name, line):
        for i, text in enumerate(lines, 1):
            if text and not text.startswith(' ' * indent):
                raise ValueError(f'line {line + i + 1!r} of the docstring for {name} has inconsistent leading '
                                 f'whitespace: {text!r}')

    @staticmethod
    def _options(source, name, line):
        options = {}
        for match in _option.finditer(source):
            for word in match[1].replace(',', ' ').split():
                if word[0] not in '+-' or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {line + 1!r} of the doctest for {name} has an invalid option: {word!r}')
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == '+'
        if options and _no_source(source):
            raise ValueError(f'line {line!r} of the doctest for {name} has an option directive on a line with no '
                             f'example: {source!r}')
        return options


# ---- what is documented ----

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


def _documented(value, name, module_name, names):
    """(name, text, object) of an object and of all that it defines, with and without examples."""
    found = []
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

    if value is not None:
        look(name, value)
        return found
    found.append((name, names.get('__doc__') or '', None))
    for key, value in list(names.items()):
        value = getattr(value, '__wrapped__', value)
        if (_is_routine(value) or isinstance(value, type)) and _belongs(value, module_name, names):
            look(f'{name}.{key}', value)
    for key, text in names.get('__test__', {}).items():
        found.append((f'{name}.__test__.{key}', text if isinstance(text, str) else text.__doc__ or '', text))
    return found


def _text_line(value, line_at):
    """The line, from 0, where an object's documentation string begins; None where that is not known."""
    line, wanted = 0, None
    if isinstance(value, type):
        wanted = re.compile(r'class\s*%s\b' % value.__name__)
    elif value is not None:
        if not isinstance(value, FunctionType):
            return None                # such as a property
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


class _Line:
    """The line of a documentation string: looked for in the source when it is told."""

    def __init__(self, value, line_at):
        self.value, self.line_at = value, line_at

    def __repr__(self):
        return str(self.find())

    def find(self):
        return _text_line(self.value, self.line_at)


def _program_lines(number, code=sys._getframe(0).f_code):
    frame = sys._getframe(1)
    while frame.f_back is not None:
        frame = frame.f_back
    return _source_line(frame.f_code, number)


class DocTestFinder:
    """Collects the documentation strings of an object and of what it holds."""

    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser, self._verbose = parser or DocTestParser(), verbose
        self._recurse, self._exclude_empty = recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """A list of DocTest, sorted by name."""
        is_module = not hasattr(obj, '__code__') and not isinstance(obj, type) and hasattr(obj, '__name__') and \
            not _is_routine(obj)
        name = name or getattr(obj, '__name__', None)
        if name is None:
            raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        home = obj if is_module else module or sys.modules.get(getattr(obj, '__module__', None))
        names = home.__dict__ if home else globs or {}
        space = dict(names if globs is None else globs)
        space.update(extraglobs or {})
        space.setdefault('__name__', '__main__')
        file = names.get('__file__')
        found = _documented(None if is_module else obj, name, names.get('__name__'), names)
        tests = []
        for where, doc, value in found if self._recurse else found[:1]:
            if doc or not self._exclude_empty:
                if self._verbose:
                    print(f'Finding tests in {where}')
                tests.append(self._parser.get_doctest(doc, space, where, file, _Line(value, _program_lines)))
        return sorted(tests)


# ---- comparing ----

class OutputChecker:
    """Decides whether an example gave what is wanted."""

    def check_output(self, want, got, optionflags):
        """Is it the same, as far as the flags want it?"""
        want, got = (text.encode('ascii', 'backslashreplace').decode() for text in (want, got))
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = ' '.join(want.split()), ' '.join(got.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _fits(want, got)

    def output_difference(self, example, got, optionflags):
        """Both, one below the other."""
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        return ('Expected:\n' + _indent(example.want) if example.want else 'Expected nothing\n') + \
            ('Got:\n' + _indent(got) if got else 'Got nothing\n')


def _fits(want, got):
    """Is got what is wanted, where ... stands for anything?"""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *inner, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for part in inner:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _without_detail(message):
    """The class of an exception, without its module and what follows the colon."""
    line = message.split('\n', 1)[0]
    return line.split(':', 1)[0].rsplit('.', 1)[-1]


# ---- running ----

class DocTestFailure(Exception):
    """An example gave something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised what it should not."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


_runner_frame = ['  File "/usr/lib/python3.11/doctest.py", line 1351, in __run\n'
                 '    exec(compile(example.source, filename, "single",\n']


def _example_frame(frame, example):
    """The example's own frame, with its source and carets where they do not span the whole line."""
    text = f'  File "{frame.tb_frame.f_code.co_filename}", line {frame.tb_lineno}, in {frame.tb_frame.f_code.co_name}\n'
    lines = example.source.split('\n')
    places = list(frame.tb_frame.f_code.co_positions())
    if not 1 <= frame.tb_lineno <= len(lines) or frame.tb_lasti // 2 >= len(places):
        return text
    line = lines[frame.tb_lineno - 1]
    text += f'    {line.strip()}\n'
    first, last, start, end = places[frame.tb_lasti // 2]
    if start is None:
        return text
    end = end if first == last else len(line)
    blame = _anchors(line[start:end]) if first == last else None
    marks = '^' * (end - start)
    if blame:
        marks = '~' * blame[0] + '^' * (blame[1] - blame[0]) + '~' * (end - start - blame[1])
    elif line[start:end].strip() == line.strip():
        return text
    return text + '    ' + ' ' * (start - len(line) + len(line.lstrip())) + marks + '\n'


def _exception_text(error, test):
    """The traceback of what an example raised, as from the line that runs examples."""
    frames, frame = list(_runner_frame), error.__traceback__.tb_next
    own = f'<doctest {test.name}['
    for text in traceback.extract_tb(frame).format():
        if frame is not None:
            name = frame.tb_frame.f_code.co_filename
            text = _example_frame(frame, test.examples[int(name[len(own):-2])]) if name.startswith(own) else text
            frame = frame.tb_next
        frames.append(text)
    return ''.join(['Traceback (most recent call last):\n', *frames, *traceback.format_exception_only(error)])


class DocTestRunner:
    """Runs examples, reports those that fail and keeps the count."""

    DIVIDER = _divider

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._name2ft = {}

    def report_start(self, out, test, example):
        """Before an example runs."""
        if self._verbose:
            wanted = 'Expecting:\n' + _indent(example.want) if example.want else 'Expecting nothing\n'
            out('Trying:\n' + _indent(example.source) + wanted)

    def report_success(self, out, test, example, got):
        """It gave what is wanted."""
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        """It gave something else."""
        out(self._failure_header(test, example) +
            self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """It raised what it should not."""
        out(self._failure_header(test, example) + 'Exception raised:\n' +
            _indent(_exception_text(exc_info[1], test)))

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            line = test.lineno.find() if isinstance(test.lineno, _Line) else test.lineno
            line = '?' if line is None else line + example.lineno + 1
            lines.append(f'File "{test.filename}", line {line}, in {test.name}')
        else:
            lines.append(f'Line {example.lineno + 1}, in {test.name}')
        return '\n'.join([*lines, 'Failed example:', _indent(example.source)])

    def _execute(self, test, example, number):
        """What an example prints, and what it raises."""
        error = None
        try:
            exec(compile(example.source, f'<doctest {test.name}[{number}]>', 'single'), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as raised:
            error = raised
        got = self._said.getvalue()
        self._said.seek(0)
        self._said.truncate()
        return got + '\n' if got and got[-1] != '\n' else got, error

    def _judge(self, test, example, out, got, error):
        """Compares and reports: true where the example is right."""
        check = self._checker.check_output
        if error is None:
            right = check(example.want, got, self.optionflags)
        elif example.exc_msg is None:
            if self._loud:
                self.report_unexpected_exception(out, test, example, (type(error), error, error.__traceback__))
            return False
        else:
            message = traceback.format_exception_only(error)[-1]
            if self._loud:
                got += _exception_text(error, test)
            right = check(example.exc_msg, message, self.optionflags) or \
                self.optionflags & IGNORE_EXCEPTION_DETAIL and \
                check(_without_detail(example.exc_msg), _without_detail(message), self.optionflags)
        if self._loud:
            (self.report_success if right else self.report_failure)(out, test, example, got)
        return right

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a DocTest: a TestResults."""
        out = out or sys.stdout.write
        # one stream for all examples: what one of them made may go on writing to it
        self._said = io.StringIO()
        old, sys.stdout = sys.stdout, self._said
        try:
            failures, tries = self._run_examples(test, out)
        finally:
            sys.stdout = old
        self.optionflags = self.original_optionflags
        self._record(test, failures, tries)
        if clear_globs:
            test.globs.clear()
        return TestResults(failures, tries)

    def _run_examples(self, test, out):
        failures = tries = 0
        for number, example in enumerate(test.examples):
            self.optionflags = self.original_optionflags
            self._loud = not (self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures)
            for flag, wanted in example.options.items():
                self.optionflags = self.optionflags | flag if wanted else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if self._loud:
                self.report_start(out, test, example)
            if not self._judge(test, example, out, *self._execute(test, example, number)):
                failures += 1
                if self.optionflags & FAIL_FAST:
                    break
        return failures, tries

    def _record(self, test, failures, tries):
        failed, tried = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failed + failures, tried + tries
        self.failures += failures
        self.tries += tries

    def summarize(self, verbose=None):
        """Prints how many examples failed, with verbose also those that passed: a TestResults."""
        verbose = self._verbose if verbose is None else verbose
        counts = sorted(self._name2ft.items())
        failed = sum(counts[0] for _, counts in counts)
        tried = sum(counts[1] for _, counts in counts)
        if verbose:
            self._summarize_passed(counts)
        wrong = [(name, counts) for name, counts in counts if counts[0]]
        if wrong:
            print(self.DIVIDER)
            print(len(wrong), 'items had failures:')
            for name, (f, t) in wrong:
                print(f' {f:3d} of {t:3d} in {name}')
        if verbose:
            print(tried, 'tests in', len(counts), 'items.')
            print(tried - failed, 'passed and', failed, 'failed.')
        if failed:
            print('***Test Failed***', failed, 'failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(failed, tried)

    @staticmethod
    def _summarize_passed(counts):
        empty = [name for name, (_, tried) in counts if tried == 0]
        passed = [(name, tried) for name, (failed, tried) in counts if tried and not failed]
        if empty:
            print(len(empty), 'items had no tests:')
            for name in empty:
                print('   ', name)
        if passed:
            print(len(passed), 'items passed all tests:')
            for name, tried in passed:
                print(f' {tried:3d} tests in {name}')


class DebugRunner(DocTestRunner):
    """Raises at the first example that fails."""

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# ---- all at once ----

def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Tries the examples of a module, the program itself if none is given: a TestResults."""
    m = sys.modules['__main__'] if m is None else m
    if not isinstance(m, type(sys)):
        raise TypeError(f'testmod: module required; {m!r}')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs,
                                                                extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def testfile(filename, *args, **kwargs):
    """Would try the examples of a file; programs here have none."""
    with open(filename):
        raise NotImplementedError


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Tries the examples of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    if isinstance(f, str):
        tests = [DocTestParser().get_doctest(f, globs, name, None, None)]
    else:
        tests = DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs)
    for test in tests:
        runner.run(test, compileflags)
