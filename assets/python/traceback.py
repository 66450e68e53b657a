"""Exceptions as text, as the interpreter prints them."""
import sys
from _traceback import format_frame as _format_frame, place as _place, source_line as _source_line

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


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    """An exception as the interpreter prints it, without its suggestions: a list of strings, each of whole lines."""
    value, tb = _parse(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_given):
    """The exception without its traceback, as a list of lines."""
    value = exc if value is _given else value
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


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

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.line = _source_line(filename, lineno) if line is None and lineno is not None else line and line.strip()
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self.locals = None if locals is None else {name: _safe(value, 'local', repr) for name, value in locals.items()}
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
            text = self.format_frame_summary(f)
            if text is None:
                continue
            place = f.filename, f.lineno, f.name
            if place != last:
                parts += _repeated(times)
                last, times = place, 0
            times += 1
            if times <= _repeats_shown:
                parts.append(text)
        return parts + _repeated(times)


_repeats_shown = 3


def _repeated(times):
    more = times - _repeats_shown
    return [f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n'] if more > 0 else []


def _summary(f, line, with_locals=False):
    code = f.f_code
    values = f.f_locals if with_locals else None
    return FrameSummary(code.co_filename, line, code.co_name, line=_source_line(code, line), locals=values)


def walk_tb(tb):
    """Pairs of a frame and its line number, the oldest first."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Pairs of a frame and its line number, the innermost first."""
    if f is None:
        f = sys._getframe(1)
        while f.f_back is not None and f.f_globals is globals():     # whoever reads this may be of this module
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _cut(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is None:
            return entries
        limit = max(limit, 0)
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None, _with_locals=False):
    """The frames of a traceback, as a StackSummary."""
    entries = []
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    stack = StackSummary()
    for entry in _cut(entries, limit):
        frame = _summary(entry.tb_frame, entry.tb_lineno, _with_locals)
        frame.end_lineno, frame.colno, frame.end_colno = _place(entry)
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


def _safe(value, what, function=str):
    try:
        return function(value)
    except Exception:
        return f'<{what} {function.__name__}() failed>'


class _Boxes:
    """How deep in exception groups the report is; each level moves it two columns to the right, behind a bar."""

    def __init__(self):
        self.depth = 0
        self.needs_close = False

    def indent(self):
        return ' ' * (2 * self.depth)

    def emit(self, texts, margin='|'):
        start = self.indent() + (margin + ' ' if self.depth else '')
        for text in [texts] if isinstance(texts, str) else texts:
            yield ''.join(start + line for line in text.splitlines(True)) if start else text


class TracebackException:
    """An exception ready for rendering: what is needed of it is taken out at once."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = extract_tb(exc_traceback, limit, capture_locals)
        self.exc_type = exc_type
        self._str = _safe(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text, self.msg = exc_value.text, exc_value.msg
            self.offset, self.end_offset = exc_value.offset, exc_value.end_offset
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is None:
            self._take_chain(exc_value, compact, dict(
                limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals, max_group_width=max_group_width,
                max_group_depth=max_group_depth, _seen={id(exc_value)}))

    def _take_chain(self, value, compact, options):
        """Causes, contexts and members of groups, of those too; without calls in calls, for chains may be long."""
        seen, waiting = options['_seen'], [(self, value)]

        def other(exception):
            if exception is None or id(exception) in seen:
                return None
            seen.add(id(exception))
            made = TracebackException(type(exception), exception, exception.__traceback__, **options)
            waiting.append((made, exception))
            return made

        while waiting:
            taken, exception = waiting.pop()
            if exception is None:
                continue
            taken.__cause__ = other(exception.__cause__)
            if not compact or taken.__cause__ is None and not exception.__suppress_context__:
                taken.__context__ = other(exception.__context__)
            if isinstance(exception, BaseExceptionGroup):
                taken.exceptions = []
                for member in exception.exceptions:
                    made = TracebackException(type(member), member, member.__traceback__, **options)
                    waiting.append((made, member))
                    taken.exceptions.append(made)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """What is needed of this exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def format_exception_only(self):
        """The lines after the frames: one that names the exception, those of a SyntaxError's place before it, notes."""
        if self.exc_type is None:
            yield f'None: {self._str}\n'
            return
        name, module = self.exc_type.__qualname__, self.exc_type.__module__
        if module not in ('__main__', 'builtins'):
            name = f'{module if isinstance(module, str) else "<unknown>"}.{name}'
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield f'{name}: {self._str}\n' if self._str else f'{name}\n'
        if isinstance(self.__notes__, (list, tuple)):
            for note in self.__notes__:
                yield from [line + '\n' for line in _safe(note, 'note').split('\n')]
        elif self.__notes__ is not None:
            yield _safe(self.__notes__, '__notes__', repr) + '\n'

    def _format_syntax_error(self, name):
        suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if self.text is not None:
            whole = self.text.rstrip('\n')
            text = whole.lstrip(' \n\f')
            yield f'    {text}\n'
            if self.offset is not None:
                yield from self._format_carets(text, len(whole) - len(text))
        yield f'{name}: {self.msg or "<no detail available>"}{suffix}\n'

    def _format_carets(self, text, cut_off):
        end = self.end_offset or self.offset
        if end in (self.offset, -1):
            end = self.offset + 1
        start = self.offset - 1 - cut_off
        if start >= 0:
            before = ''.join(c if c.isspace() else ' ' for c in text[:start])
            yield f'    {before}{"^" * (end - 1 - cut_off - start)}\n'

    def _chain(self):
        """The exception and those that led to it, the first one last; each with the words that join it to the next."""
        links, link = [], self
        while link:
            words, before = None, None
            if link.__cause__ is not None:
                words, before = _causes, link.__cause__
            elif link.__context__ is not None and not link.__suppress_context__:
                words, before = _contexts, link.__context__
            links.append((words, link))
            link = before
        return links

    def format(self, *, chain=True, _boxes=None):
        """The exception as text; with chain, those that led to it come first."""
        boxes = _boxes or _Boxes()
        for words, link in reversed(self._chain() if chain else [(None, self)]):
            if words is not None:
                yield from boxes.emit(words)
            if link.exceptions is None:
                if link.stack:
                    yield from boxes.emit(_heading)
                    yield from boxes.emit(link.stack.format())
                yield from boxes.emit(link.format_exception_only())
            elif boxes.depth > self.max_group_depth:
                yield from boxes.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from self._format_group(link, chain, boxes)

    def _format_group(self, group, chain, boxes):
        is_outermost = boxes.depth == 0
        boxes.depth += is_outermost
        if group.stack:
            yield from boxes.emit('Exception Group ' + _heading, '+' if is_outermost else '|')
            yield from boxes.emit(group.stack.format())
        yield from boxes.emit(group.format_exception_only())
        count, most = len(group.exceptions), self.max_group_width
        boxes.needs_close = False
        for i in range(min(count, most + 1)):
            is_last = i == min(count, most + 1) - 1
            boxes.needs_close |= is_last
            title = '...' if i >= most else i + 1
            yield f'{boxes.indent()}{"  " if i else "+-"}+---------------- {title} ----------------\n'
            boxes.depth += 1
            if i < most:
                yield from group.exceptions[i].format(chain=chain, _boxes=boxes)
            else:
                yield from boxes.emit(f'and {count - most} more exception{"s" if count - most > 1 else ""}\n')
            if is_last and boxes.needs_close:
                yield boxes.indent() + '+------------------------------------\n'
                boxes.needs_close = False
            boxes.depth -= 1
        boxes.depth -= is_outermost

    def print(self, *, file=None, chain=True):
        """Prints what format() gives."""
        print(''.join(self.format(chain=chain)), end='', file=sys.stderr if file is None else file)
