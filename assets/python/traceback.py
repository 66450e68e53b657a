"""Exceptions as text, as the interpreter prints them."""
import sys
from _traceback import format_whole as _format_whole, last_line as _last_line, source_line as _source_line

__all__ = ['format_exc', 'format_exception', 'format_exception_only', 'format_list', 'format_tb', 'extract_tb',
           'print_exc', 'print_exception', 'print_tb', 'print_last', 'FrameSummary', 'StackSummary', 'walk_tb',
           'walk_stack', 'extract_stack', 'format_stack', 'print_stack', 'print_list', 'clear_frames',
           'TracebackException']

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

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **places):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line
        self.locals = locals
        self._text = None      # as the interpreter prints it, carets included

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

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

    @classmethod
    def from_list(cls, a_list):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(*f[:3], line=f[3]) for f in a_list)

    def format_frame_summary(self, f):
        return f._text or f'  File "{f.filename}", line {f.lineno}, in {f.name}\n' + \
            (f'    {f.line.strip()}\n' if f.line else '')

    def format(self):
        return [self.format_frame_summary(f) for f in self]


def walk_tb(tb):
    """Walk a traceback yielding the frame and line number for each frame."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Walk a stack yielding the frame and line number for each frame."""
    f = sys._getframe(1) if f is None else f
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _cut(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None):
    """Return a StackSummary object representing a list of pre-processed entries from traceback."""
    stack = StackSummary(FrameSummary(f.f_code.co_filename, line, f.f_code.co_name, line=_source_line(f.f_code, line))
                         for f, line in walk_tb(tb))
    texts = format_exception(Exception().with_traceback(tb))[1:-1] if tb is not None else []
    if len(texts) == len(stack):
        for frame, text in zip(stack, texts):
            frame._text = text
    return StackSummary(_cut(stack, limit))


def extract_stack(f=None, limit=None):
    """Extract the raw traceback from the current stack frame."""
    f = sys._getframe(1) if f is None else f
    stack = [FrameSummary(f.f_code.co_filename, line, f.f_code.co_name, line=_source_line(f.f_code, line))
             for f, line in walk_stack(f)]
    return StackSummary(_cut(stack[::-1], None if limit is None else -limit))


def format_stack(f=None, limit=None):
    """Shorthand for 'format_list(extract_stack(f, limit))'."""
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print a stack trace from its invocation point."""
    print(''.join(format_stack(sys._getframe(1) if f is None else f, limit)), end='',
          file=sys.stderr if file is None else file)


def format_tb(tb, limit=None):
    """A shorthand for 'format_list(extract_tb(tb, limit))'."""
    return extract_tb(tb, limit).format()


def format_list(extracted_list):
    """Format a list of tuples or FrameSummary objects for printing."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), end='', file=sys.stderr if file is None else file)


def print_tb(tb, limit=None, file=None):
    """Print up to 'limit' stack trace entries from the traceback 'tb'."""
    print(''.join(format_tb(tb, limit)), end='', file=sys.stderr if file is None else file)


def clear_frames(tb):
    """Clear all references to local variables in the frames of a traceback."""
    for frame, _ in walk_tb(tb):
        try:
            frame.clear()
        except RuntimeError:
            pass


class TracebackException:
    """An exception ready for rendering: what is needed of it is taken out at once."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = _seen or set()
        seen.add(id(exc_value))

        def other(exception):
            if exception is None or id(exception) in seen:
                return None
            return TracebackException(type(exception), exception, exception.__traceback__, limit=limit, _seen=seen)

        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self.__cause__ = other(exc_value.__cause__)
        self.__context__ = other(exc_value.__context__)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._str = str(exc_value)
        self._last = format_exception_only(exc_value)
        self._whole = format_exception(exc_value)
        for name in ('filename', 'lineno', 'end_lineno', 'text', 'offset', 'end_offset', 'msg'):
            if isinstance(exc_value, SyntaxError):
                setattr(self, name, getattr(exc_value, name))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Create a TracebackException from an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def format_exception_only(self):
        """Format the exception part of the traceback."""
        yield from self._last

    def format(self, *, chain=True):
        """Format the exception; with chain, those that led to it come first."""
        if chain:
            yield from self._whole
        else:
            if self.stack:
                yield 'Traceback (most recent call last):\n'
                yield from self.stack.format()
            yield from self._last

    def print(self, *, file=None, chain=True):
        """Print the result of self.format(chain=chain) to 'file'."""
        print(''.join(self.format(chain=chain)), end='', file=sys.stderr if file is None else file)
