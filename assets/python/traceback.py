"""Exceptions as text, as the interpreter prints them."""
import sys
from _traceback import format_frame as _format_frame, format_only as _format_only, format_whole as _format_whole, \
    source_line as _source_line

__all__ = ['format_exc', 'format_exception', 'format_exception_only', 'format_list', 'format_tb', 'extract_tb',
           'print_exc', 'print_exception', 'print_tb', 'print_last', 'FrameSummary', 'StackSummary', 'walk_tb',
           'walk_stack', 'extract_stack', 'format_stack', 'print_stack', 'print_list', 'clear_frames',
           'TracebackException']

_given = object()


_causes = '\nThe above exception was the direct cause of the following exception:\n\n'
_contexts = '\nDuring handling of the above exception, another exception occurred:\n\n'
_heading = 'Traceback (most recent call last):\n'


def _parse(exc, value, tb):
    """The exception and the traceback that are meant: exc may be the exception itself, or its class as of old."""
    if (value is _given) != (tb is _given):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _given:
        return value, tb
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
    return exc, exc and exc.__traceback__


def _entries(text):
    """The lines of a report, those that belong to one frame together."""
    parts = []
    for line in text.splitlines(True):
        if line.startswith('    ') and parts and parts[-1].startswith('  File'):
            parts[-1] += line
        else:
            parts.append(line)
    return parts


def _chain(value):
    """The exception and those that led to it, the first one last; each with the words that join it to the next."""
    links, words, seen = [], None, set()
    while value is not None and id(value) not in seen:
        seen.add(id(value))
        links.append((value, words))
        if value.__cause__ is not None:
            value, words = value.__cause__, _causes
        else:
            value, words = None if value.__suppress_context__ else value.__context__, _contexts
    return links


def _chained(value, tb, limit, chain=True):
    parts = []
    for link, words in reversed(_chain(value) if chain else [(value, None)]):
        frames = tb if link is value else link.__traceback__
        if frames is not None:
            parts += [_heading, *extract_tb(frames, limit).format()]
        parts += format_exception_only(link)
        if words:
            parts.append(words)
    return parts


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    """An exception as the interpreter prints it: a list of strings, each of one or more lines."""
    value, tb = _parse(exc, value, tb)
    if value is None:
        return ['NoneType: None\n']
    if any(isinstance(link, BaseExceptionGroup) for link, _ in _chain(value)):
        return _entries(_format_whole(value))
    return _chained(value, tb, limit, chain)


def format_exception_only(exc, /, value=_given):
    """The exception without its traceback, as a list of lines."""
    value = exc if value is _given else value
    if value is None:
        return ['NoneType: None\n']
    lines = _format_only(value).splitlines(True)
    notes = getattr(value, '__notes__', None) or ()
    own = len(lines) - sum(len(str(note).split('\n')) for note in notes)
    return lines if isinstance(value, SyntaxError) or own < 1 else [''.join(lines[:own]), *lines[own:]]


def format_exc(limit=None, chain=True):
    """What print_exc() prints, as a str."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    """Prints an exception as the interpreter does; limit frames of it, without the chain if so wanted."""
    print(''.join(format_exception(exc, value, tb, limit, chain)), end='', file=sys.stderr if file is None else file)


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')


class FrameSummary:
    """A frame of a traceback: its file, line, function and text."""

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
    """A list of FrameSummary."""

    @classmethod
    def from_list(cls, a_list):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(*f[:3], line=f[3]) for f in a_list)

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Of pairs of a frame and a line number."""
        return cls(_cut([_summary(*pair, capture_locals) for pair in frame_gen], limit))

    def format_frame_summary(self, f):
        text = f._text or f'  File "{f.filename}", line {f.lineno}, in {f.name}\n' + \
            (f'    {f.line.strip()}\n' if f.line else '')
        return text + ''.join(f'    {name} = {f.locals[name]}\n' for name in sorted(f.locals or ()))

    def format(self):
        """The frames as text; a place that comes more than three times in a row is counted."""
        parts, last, times = [], None, 0
        for f in self:
            place = f.filename, f.lineno, f.name
            if place != last:
                parts += _repeated(times)
                last, times = place, 0
            times += 1
            if times <= _repeats_shown:
                parts.append(self.format_frame_summary(f))
        return parts + _repeated(times)


_repeats_shown = 3


def _repeated(times):
    more = times - _repeats_shown
    return [f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n'] if more > 0 else []


def _summary(f, line, with_locals=False):
    code = f.f_code
    values = {name: repr(value) for name, value in f.f_locals.items()} if with_locals else None
    return FrameSummary(code.co_filename, line, code.co_name, line=_source_line(code, line), locals=values)


def walk_tb(tb):
    """Pairs of a frame and its line number, the oldest first."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Pairs of a frame and its line number, the innermost first."""
    f = sys._getframe(1) if f is None else f
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _cut(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None):
    """The frames of a traceback, as a StackSummary."""
    entries = []
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    stack = StackSummary()
    for entry in _cut(entries, limit):
        frame = _summary(entry.tb_frame, entry.tb_lineno)
        frame._text = _format_frame(entry)
        stack.append(frame)
    return stack


def extract_stack(f=None, limit=None):
    """The calls that led here, as a StackSummary."""
    f = sys._getframe(1) if f is None else f
    stack = [_summary(*pair) for pair in walk_stack(f)]
    return StackSummary(_cut(stack[::-1], None if limit is None else -limit))


def format_stack(f=None, limit=None):
    """The calls that led here, as text."""
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Prints the calls that led here."""
    print(''.join(format_stack(sys._getframe(1) if f is None else f, limit)), end='',
          file=sys.stderr if file is None else file)


def format_tb(tb, limit=None):
    """The frames of a traceback, as text."""
    return extract_tb(tb, limit).format()


def format_list(extracted_list):
    """Frames as text; each a FrameSummary or a tuple of file, line, name and text."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), end='', file=sys.stderr if file is None else file)


def print_tb(tb, limit=None, file=None):
    """Prints the frames of a traceback, limit of them."""
    print(''.join(format_tb(tb, limit)), end='', file=sys.stderr if file is None else file)


def clear_frames(tb):
    """Lets go of the local variables of all frames of a traceback."""
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
        self._whole = format_exception(type(exc_value), exc_value, exc_traceback, limit)
        for name in ('filename', 'lineno', 'end_lineno', 'text', 'offset', 'end_offset', 'msg'):
            if isinstance(exc_value, SyntaxError):
                setattr(self, name, getattr(exc_value, name))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """What is needed of this exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def format_exception_only(self):
        """The lines after the frames."""
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
        """Prints what format() gives."""
        print(''.join(self.format(chain=chain)), end='', file=sys.stderr if file is None else file)
