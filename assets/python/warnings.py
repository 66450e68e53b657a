"""Warnings: shown on stderr, counted once for each place, or turned into exceptions, as the filters say."""
import sys as _sys
from _traceback import source_line as _source_line

__all__ = ['catch_warnings', 'filterwarnings', 'formatwarning', 'resetwarnings', 'showwarning', 'simplefilter', 'warn',
           'warn_explicit']
_actions = ('error', 'ignore', 'always', 'default', 'module', 'once')
filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]
defaultaction = 'default'
onceregistry = {}
_shown = set()


class WarningMessage:
    """One warning, as catch_warnings(record=True) collects them."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    """Function to format a warning the standard way."""
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    line = _source_line(filename, lineno) if line is None else line.strip()
    return f'{text}  {line}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Hook to write a warning to a file; replace if you like."""
    file = _sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning


def _check(action, category, lineno):
    if action not in _actions:
        raise AssertionError(f'invalid action: {action!r}')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise AssertionError('category must be a Warning subclass')
    if not isinstance(lineno, int) or lineno < 0:
        raise AssertionError('lineno must be an int >= 0')


def _add(rule, append):
    if append:
        if rule not in filters:
            filters.append(rule)
        return
    if rule in filters:
        filters.remove(rule)
    filters.insert(0, rule)
    _shown.clear()


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Insert a simple entry into the list of warnings filters (at the front)."""
    _check(action, category, lineno)
    _add((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Insert an entry into the list of warnings filters (at the front); message and module are regular expressions."""
    _check(action, category, lineno)
    if not isinstance(message, str):
        raise AssertionError('message must be a string')
    if not isinstance(module, str):
        raise AssertionError('module must be a string')
    if message or module:
        import re
        message, module = message and re.compile(message, re.I), module and re.compile(module)
    _add((action, message or None, category, module or None, lineno), append)


def resetwarnings():
    """Clear the list of warning filters, so that no filters are active."""
    filters.clear()
    _shown.clear()


def _action(text, category, module, lineno):
    for action, start, kind, where, line in filters:
        if ((start is None or start.match(text)) and issubclass(category, kind) and line in (0, lineno) and
                (where is None or (where == module if isinstance(where, str) else where.match(module)))):
            return action
    return defaultaction


def _module_of(filename):
    if not filename:
        return '<unknown>'
    return filename[:-3] if filename.lower().endswith('.py') else filename


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning of a place that the caller names."""
    module = _module_of(filename) if module is None else module
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = str(message), category(message)
    action = _action(text, category, module, lineno)
    if action == 'error':
        raise message
    if action == 'ignore':
        return
    if action != 'always':
        place = {'default': (filename, lineno), 'module': (filename,), 'once': ()}[action]
        if (text, category, place) in _shown:
            return
        _shown.add((text, category, place))
    if _records:
        _records[-1].append(WarningMessage(message, category, filename, lineno, source=source))
    elif showwarning is not _showwarning:
        showwarning(message, category, filename, lineno, None, None)
    else:
        showwarning(message, category, filename, lineno)
        if source is not None and _sys.stderr is not None:
            _sys.stderr.write(f'{category.__name__}: Enable tracemalloc to get the object allocation traceback\n')


def warn(message, category=None, stacklevel=1, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if isinstance(message, Warning):
        category = message.__class__
    category = UserWarning if category is None else category
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = _sys._getframe(max(stacklevel, 1))
        filename, lineno, module = frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get('__name__', '<string>')
    except ValueError:
        filename, lineno, module = 'sys', 1, 'sys'
    warn_explicit(message, category, filename, lineno, module, source=source)


def _warn_unawaited_coroutine(coro):
    warn(f"coroutine '{coro.__qualname__}' was never awaited", RuntimeWarning, 2, coro)


_records = []


class catch_warnings:
    """A context manager that copies and restores the warnings filter upon exiting the context."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._rule = record, None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._filters, self._show, self._seen = filters[:], showwarning, set(_shown)
        _shown.clear()
        if self._rule is not None:
            simplefilter(*self._rule)
        if not self._record:
            return None
        _records.append([])
        return _records[-1]

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:] = self._filters
        showwarning = self._show
        _shown.clear()
        _shown.update(self._seen)
        if self._record:
            _records.pop()

    def __repr__(self):
        args = ['record=True'] if self._record else []
        return f'catch_warnings({", ".join(args)})'
