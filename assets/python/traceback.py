"""Exceptions as text, as the interpreter prints them."""
import sys
from _traceback import format_whole as _format_whole, last_line as _last_line

__all__ = ['format_exc', 'format_exception', 'format_exception_only', 'format_list', 'format_tb', 'extract_tb',
           'print_exc', 'print_exception', 'print_tb', 'print_last', 'FrameSummary', 'StackSummary', 'walk_tb']

_given = object()


def _exception_of(exc, value):
    return exc if value is _given else value


def _lines(text):
    return text.splitlines(True)


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    """Format a stack trace and the exception information."""
    value = _exception_of(exc, value)
    if value is None:
        return ['NoneType: None\n']
    parts = []
    for line in _lines(_format_whole(value)):
        if line.startswith('    ') and parts and parts[-1].startswith('  File'):
            parts[-1] += line
        else:
            parts.append(line)
    return parts


def format_exception_only(exc, /, value=_given):
    """Format the exception part of a traceback."""
    return [_last_line(_exception_of(exc, value)) + '\n']


def format_exc(limit=None, chain=True):
    """Like print_exc() but return a string."""
    return ''.join(format_exception(sys.exception()))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    """Print exception up to 'limit' stack trace entries from 'tb' to 'file'."""
    print(''.join(format_exception(exc, value)), end='', file=sys.stderr if file is None else file)


def print_exc(limit=None, file=None, chain=True):
    """Shorthand for 'print_exception(*sys.exc_info(), limit, file)'."""
    print_exception(sys.exception(), file=file)


def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')


class FrameSummary:
    """Information about a single frame from a traceback."""

    def __init__(self, filename, lineno, name, line=None):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    """A list of FrameSummary objects, representing a stack of frames."""

    def format(self):
        return [f'  File "{f.filename}", line {f.lineno}, in {f.name}\n' + (f'    {f.line}\n' if f.line else '')
                for f in self]


def walk_tb(tb):
    """Walk a traceback yielding the frame and line number for each frame."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    """Return a StackSummary object representing a list of pre-processed entries from traceback."""
    return StackSummary([FrameSummary(f.f_code.co_filename, line, f.f_code.co_name) for f, line in walk_tb(tb)])


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_list(extracted_list):
    return StackSummary(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb)), end='', file=sys.stderr if file is None else file)
