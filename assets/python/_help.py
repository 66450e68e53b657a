"""What help() writes about functions, methods and classes that were written in Python."""
import reprlib
import sys
import types
from _traceback import source_line as _source_line

_hidden = frozenset('''__builtins__ __doc__ __file__ __path__ __module__ __name__ __slots__ __package__ __cached__
__author__ __credits__ __date__ __version__ __qualname__ __initializing__ __spec__ __loader__'''.split())
_instance_parts = {'__dict__': 'dictionary for instance variables (if defined)',
                   '__weakref__': 'list of weak references to the object (if defined)'}


_short = reprlib.Repr()
_short.maxlist = _short.maxtuple = 20
_short.maxdict = 10
_short.maxstring = _short.maxother = 100


def _indented(text, margin='    '):
    return '\n'.join(margin + line for line in text.split('\n')) if text else ''


def _class_name(cls, module=None):
    return cls.__name__ if cls.__module__ == module else f'{cls.__module__}.{cls.__name__}'


# ---- signatures ----

def _annotation(value):
    if getattr(value, '__module__', None) == 'typing':
        return repr(value).replace('typing.', '')
    if isinstance(value, type) and not isinstance(value, types.GenericAlias):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    return repr(value)


def _parameter(function, name, defaults):
    """name, name=default, name: annotation = default"""
    notes = function.__annotations__
    text = f'{name}: {_annotation(notes[name])}' if name in notes else name
    if name in defaults:
        text += f'{" = " if name in notes else "="}{defaults[name]!r}'
    return text


def _signature(function, skipped=0, with_return=True):
    code = function.__code__
    names = code.co_varnames
    count, only = code.co_argcount, code.co_kwonlyargcount
    given = function.__defaults__ or ()
    defaults = dict(zip(names[count - len(given):count], given), **(function.__kwdefaults__ or {}))
    parts = [_parameter(function, name, defaults) for name in names[:count]]
    if code.co_posonlyargcount > skipped:
        parts.insert(code.co_posonlyargcount, '/')
    parts = parts[skipped:]
    at = count + only
    if code.co_flags & 4:
        parts.append('*' + _parameter(function, names[at], {}))
        at += 1
    elif only:
        parts.append('*')
    parts += [_parameter(function, name, defaults) for name in names[count:count + only]]
    if code.co_flags & 8:
        parts.append('**' + _parameter(function, names[at], {}))
    notes = function.__annotations__
    returned = f' -> {_annotation(notes["return"])}' if with_return and 'return' in notes else ''
    return f'({", ".join(parts)}){returned}'


def _class_signature(cls):
    for name in '__new__', '__init__':
        found = next((vars(base)[name] for base in cls.__mro__ if name in vars(base)), None)
        found = getattr(found, '__func__', found)
        if isinstance(found, types.FunctionType):
            return _signature(found, 1, False)
    return '()'


# ---- docstrings ----

def _cleaned(doc):
    lines = doc.expandtabs().split('\n')
    rest = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(rest, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def _comments(function):
    """The comment lines right above a function, for one without a docstring."""
    line, found = function.__code__.co_firstlineno - 1, []
    while line > 0 and (text := _source_line(function.__code__, line)).startswith('#'):
        found.insert(0, text)
        line -= 1
    return '\n'.join(found)


def _doc(thing, name=None, cls=None):
    doc = getattr(thing, '__doc__', None)
    if doc is None and cls is not None:
        bases = (getattr(vars(base).get(name), '__doc__', None) for base in cls.__mro__ if name in vars(base))
        doc = next((found for found in bases if found is not None), None)
    if isinstance(doc, str):
        return _cleaned(doc).rstrip()
    function = getattr(thing, '__func__', thing)
    return _comments(function) if isinstance(function, types.FunctionType) else ''


# ---- routines and classes ----

def _routine(thing, name=None, module=None, cls=None):
    function = getattr(thing, '__func__', thing)
    is_bound = isinstance(thing, types.MethodType)
    note, skips_doc = '', False
    if is_bound:
        holder = type(thing.__self__)
        note = '' if holder is cls else f' from {_class_name(holder, module)}' if cls else \
            f' method of {_class_name(holder, module)} instance'
    own = function.__name__
    name = name or own
    title, arguments = name, _signature(function, int(is_bound))
    if name != own:
        title = f'{name} = {own}'
        skips_doc = cls is not None and vars(cls).get(own) is function
    if own == '<lambda>':
        title, arguments = f'{name} lambda ', arguments[1:-1]
    head = ('async ' if function.__code__.co_flags & 0x280 else '') + title + arguments + note + '\n'
    qualname = getattr(function, '__qualname__', '').rpartition('.')[0]
    home = cls or (type(thing.__self__) if is_bound and not isinstance(thing.__self__, type) else
                   getattr(sys.modules.get(function.__module__), qualname, None) if qualname else None)
    doc = '' if skips_doc else _doc(thing, own, home if isinstance(home, type) else None)
    return head + (_indented(doc).rstrip() + '\n' if doc else '')


def _value(value, name):
    text = f'{name} = {_short.repr(value)}'
    chopped = text if len(text) <= 70 else text[:70] + '...'
    return chopped + '\n'


def _kind(value):
    if isinstance(value, staticmethod):
        return 'static'
    if isinstance(value, classmethod):
        return 'class'
    if isinstance(value, property):
        return 'readonly' if value.fset is None else 'descriptor'
    if isinstance(value, types.FunctionType):
        return 'method'
    is_set = hasattr(type(value), '__set__') or hasattr(type(value), '__delete__')
    return 'descriptor' if is_set and not isinstance(value, type) else 'data'


_sections = (('method', 'Methods'), ('class', 'Class methods'), ('static', 'Static methods'),
             ('readonly', 'Readonly properties'), ('descriptor', 'Data descriptors'),
             ('data', 'Data and other attributes'))


def _is_shown(name, cls):
    if name in _hidden:
        return False
    if name.startswith('__') and name.endswith('__'):
        return True
    return not name.startswith('_') or name in getattr(cls, '_fields', ())


def _entry(cls, name, value, kind):
    if kind in ('method', 'class', 'static'):
        found = getattr(cls, name)
        if isinstance(getattr(found, '__func__', found), types.FunctionType):
            return _routine(found, name, cls.__module__, cls)
        return _value(found, name)
    if kind == 'data':
        return _value(getattr(cls, name, value), name)
    doc = _instance_parts.get(name) or _doc(value)
    return f'{name}\n' + (_indented(doc) + '\n' if doc else '')


def _class(cls):
    title = f'class {cls.__name__}'
    title += f'({", ".join(_class_name(base, cls.__module__) for base in cls.__bases__)})'
    parts = []
    signature = _class_signature(cls)
    if signature != '()':
        parts.append(cls.__name__ + signature + '\n')
    doc = _doc(cls)
    if doc:
        parts.append(doc + '\n')
    if len(cls.__mro__) > 2:
        parts += ['Method resolution order:', *('    ' + _class_name(base, cls.__module__) for base in cls.__mro__), '']
    seen, needs_rule = set(), False
    for home in cls.__mro__[:-1]:
        here = [(name, vars(home)[name], _kind(vars(home)[name])) for name in sorted(vars(home))
                if name not in seen and _is_shown(name, cls)]
        seen.update(vars(home))
        where = 'defined here' if home is cls else f'inherited from {_class_name(home, cls.__module__)}'
        for kind, words in _sections:
            entries = [_entry(cls, name, value, kind) for name, value, its in here if its == kind]
            if entries:
                parts += ['-' * 70] * needs_rule + [f'{words} {where}:\n', *entries]
                needs_rule = True
    if any('__annotations__' in vars(base) for base in cls.__mro__):
        for base in cls.__mro__[:-1]:
            base.__annotations__       # asked for, it is made where there is none: so it is by pydoc
    return f'{title}\n{_indented(chr(10).join(parts).rstrip(), " |  ")}\n' if parts else title + '\n'


def _text(thing):
    function = getattr(thing, '__func__', thing)
    if isinstance(function, types.FunctionType):
        kind = 'method' if isinstance(thing, types.MethodType) else 'function'
        head, body = f'{kind} {function.__name__} in module {function.__module__}', _routine(thing)
    elif isinstance(thing, property):
        doc = _doc(thing)
        head, body = 'property', _indented(doc) + '\n' if doc else ''
    else:
        cls = thing if isinstance(thing, type) else type(thing)
        if any(base.__module__ != '__main__' for base in cls.__mro__[:-1]) or cls is object:
            return None
        head = f'class {cls.__name__} in module {cls.__module__}' if cls is thing else \
            f'{cls.__name__} in module {cls.__module__} object'
        body = _class(cls)
    return f'Help on {head}:\n\n{body}\n'


def show(thing):
    """Writes what help(thing) writes; False for what has no text here."""
    text = _text(thing)
    if text is not None:
        sys.stdout.write(text)
    return text is not None
