"""Data laid out so that it can be read: what does not fit on a line gets one line for each item."""
import sys as _sys

__all__ = ['PrettyPrinter', 'isreadable', 'isrecursive', 'pformat', 'pp', 'pprint', 'saferepr']


class _Key:
    """Sorts anything: by <, or where there is no such order by type and address."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


class _PairKey(_Key):
    def __lt__(self, other):
        a, b = self.value, other.value
        if _Key(a[0]) < _Key(b[0]):
            return True
        return not _Key(b[0]) < _Key(a[0]) and _Key(a[1]) < _Key(b[1])


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Pretty-print a Python object to a stream [default is sys.stdout]."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Format a Python object into a pretty-printed representation."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Pretty-print a Python object"""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Version of repr() which can handle recursive data structures."""
    return PrettyPrinter()._line(object, [], 0)


def isrecursive(object):
    """Determine if object requires a recursive representation."""
    return PrettyPrinter().isrecursive(object)


def isreadable(object):
    """Determine if saferepr(object) is readable by eval()."""
    return PrettyPrinter().isreadable(object)


def _recursion(value):
    return f'<Recursion on {type(value).__name__} with id={id(value)}>'


def _words(line):
    """The line cut after each run of white space."""
    words, start = [], 0
    for i in range(1, len(line)):
        if line[i - 1].isspace() and not line[i].isspace():
            words.append(line[start:i])
            start = i
    return words + [line[start:]]


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sorted, self._underscores = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        (self._stream or _sys.stdout).write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._lay(object, 0, 0, [], 0)

    def isrecursive(self, object):
        return '<Recursion on ' in self._line(object, [], 0)

    def isreadable(self, object):
        text = self._line(object, [], 0)
        return '<' not in text and '...' not in text

    def format(self, object, context, maxlevels, level):
        text = self._line(object, [], level)
        return text, '<' not in text, '<Recursion on ' in text

    # One line.

    def _line(self, value, within, level):
        kind = type(value)
        if kind is int and self._underscores:
            return f'{value:_d}'
        if kind.__repr__ not in (dict.__repr__, list.__repr__, tuple.__repr__) or not value:
            return repr(value)
        ends = '{}' if isinstance(value, dict) else '[]' if isinstance(value, list) else '()'
        if self._depth and level >= self._depth:
            return f'{ends[0]}...{ends[1]}' if ends != '()' or len(value) != 1 else '(...,)'
        if any(value is one for one in within):
            return _recursion(value)
        within = within + [value]
        if isinstance(value, dict):
            parts = [f'{self._line(k, within, level + 1)}: {self._line(v, within, level + 1)}'
                     for k, v in self._items(value)]
        else:
            parts = [self._line(item, within, level + 1) for item in value]
        return ends[0] + ', '.join(parts) + (',' if ends == '()' and len(parts) == 1 else '') + ends[1]

    def _items(self, value):
        return sorted(value.items(), key=_PairKey) if self._sorted else list(value.items())

    # Several lines.

    def _lay(self, value, indent, allowance, within, level):
        """The text of a value that starts in column indent and is followed by so many characters."""
        if any(value is one for one in within):
            return _recursion(value)
        line = self._line(value, within, level)
        if len(line) <= self._width - indent - allowance:
            return line
        layout = self._layout(value)
        return layout(self, value, indent, allowance, within + [value], level + 1) if layout else line

    def _layout(self, value):
        kind = type(value)
        for owner, layout in _layouts():
            if kind.__repr__ is owner.__repr__ and isinstance(value, owner):
                return layout
        if hasattr(kind, '__dataclass_fields__') and kind.__dataclass_params__.repr:
            code = getattr(kind.__repr__, '__code__', None)
            if code is not None and code.co_filename.startswith('<library '):
                return PrettyPrinter._dataclass
        return None

    def _pad(self):
        return ' ' * (self._indent - 1)

    def _sequence(self, items, indent, allowance, within, level):
        indent += self._indent
        out, gap, newline = [self._pad()], '', ',\n' + ' ' * indent
        whole = left = self._width - indent + 1
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                whole -= allowance
                left -= allowance
            if self._compact:
                line = self._line(item, within, level)
                needs = len(line) + 2
                if left < needs:
                    left = whole
                    gap = gap and newline
                if left >= needs:
                    left -= needs
                    out.append(gap + line)
                    gap = ', '
                    continue
            out.append(gap + self._lay(item, indent, allowance if last else 1, within, level))
            gap = newline
        return ''.join(out)

    def _pairs(self, items, indent, allowance, within, level):
        indent += self._indent
        out = []
        for i, (key, value) in enumerate(items):
            line = self._line(key, within, level)
            room = allowance if i == len(items) - 1 else 1
            out.append(f'{line}: {self._lay(value, indent + len(line) + 2, room, within, level)}')
        return self._pad() + (',\n' + ' ' * indent).join(out)

    def _dict(self, value, indent, allowance, within, level):
        return '{' + self._pairs(self._items(value), indent, allowance + 1, within, level) + '}'

    def _list(self, value, indent, allowance, within, level):
        return '[' + self._sequence(value, indent, allowance + 1, within, level) + ']'

    def _tuple(self, value, indent, allowance, within, level):
        end = ',)' if len(value) == 1 else ')'
        return '(' + self._sequence(value, indent, allowance + len(end), within, level) + end

    def _set(self, value, indent, allowance, within, level):
        if not value:
            return repr(value)
        start, end = '{', '}'
        if type(value) is not set:
            start, end = type(value).__name__ + '({', '})'
            indent += len(start) - 1
        return start + self._sequence(sorted(value, key=_Key), indent, allowance + len(end), within, level) + end

    def _str(self, value, indent, allowance, within, level):
        if not value:
            return repr(value)
        top = level == 1
        indent, allowance = indent + top, allowance + top
        lines, chunks = value.splitlines(True), []
        width = self._width - indent
        for i, line in enumerate(lines):
            room = allowance if i == len(lines) - 1 else 0
            if len(repr(line)) <= width - room:
                chunks.append(repr(line))
                continue
            current, words = '', _words(line)
            for j, word in enumerate(words):
                last = j == len(words) - 1
                if len(repr(current + word)) > width - (room if last else 0) and current:
                    chunks.append(repr(current))
                    current = ''
                current += word
            chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        text = ('\n' + ' ' * indent).join(chunks)
        return f'({text})' if top else text

    def _bytes(self, value, indent, allowance, within, level):
        if len(value) <= 4:
            return repr(value)
        top = level == 1
        indent, allowance = indent + top, allowance + top
        width, chunks, current = self._width - indent, [], b''
        for i in range(0, len(value), 4):
            part = value[i:i + 4]
            if i >= len(value) // 4 * 4:
                width -= allowance
            if len(repr(current + part)) > width and current:
                chunks.append(repr(current))
                current = b''
            current += part
        text = ('\n' + ' ' * indent).join(chunks + [repr(current)])
        return f'({text})' if top else text

    def _ordered_dict(self, value, indent, allowance, within, level):
        name = type(value).__name__
        if not value:
            return repr(value)
        return f'{name}({self._lay(list(value.items()), indent + len(name) + 1, allowance + 1, within, level)})'

    def _default_dict(self, value, indent, allowance, within, level):
        name = type(value).__name__
        if not value:
            return repr(value)
        indent += len(name) + 1
        factory = self._line(value.default_factory, within, level)
        return f'{name}({factory},\n{" " * indent}{self._dict(value, indent, allowance + 1, within, level)})'

    def _counter(self, value, indent, allowance, within, level):
        name = type(value).__name__
        if not value:
            return repr(value)
        return f'{name}({{{self._pairs(value.most_common(), indent + len(name) + 1, allowance + 2, within, level)}}})'

    def _deque(self, value, indent, allowance, within, level):
        name = type(value).__name__
        if not value:
            return repr(value)
        indent += len(name) + 1
        if value.maxlen is None:
            return f'{name}([{self._sequence(value, indent, allowance + 2, within, level)}])'
        return f'{name}([{self._sequence(value, indent, 2, within, level)}],\n{" " * indent}maxlen={value.maxlen})'

    def _bytearray(self, value, indent, allowance, within, level):
        return f'bytearray({self._bytes(bytes(value), indent + 10, allowance + 1, within, level + 1)})'

    def _mapping_proxy(self, value, indent, allowance, within, level):
        return f'mappingproxy({self._lay(value.copy(), indent + 13, allowance + 1, within, level)})'

    def _chain_map(self, value, indent, allowance, within, level):
        name = type(value).__name__
        indent += len(name) + 1
        texts = [self._lay(one, indent, 1, within, level) for one in value.maps[:-1]]
        texts.append(self._lay(value.maps[-1], indent, allowance + 1, within, level))
        return f'{name}({(f",{chr(10)}" + " " * indent).join(texts)})'

    def _user_data(self, value, indent, allowance, within, level):
        return self._lay(value.data, indent, allowance, within, level - 1)

    def _fields(self, name, items, indent, allowance, within, level):
        indent += len(name) + 1
        out = []
        for i, (key, value) in enumerate(items):
            room = allowance if i == len(items) - 1 else 1
            seen = any(value is one for one in within)
            out.append(f'{key}={"..." if seen else self._lay(value, indent + len(key) + 1, room, within, level)}')
        return f'{name}({(f",{chr(10)}" + " " * indent).join(out)})'

    def _dataclass(self, value, indent, allowance, within, level):
        items = [(f.name, getattr(value, f.name)) for f in value.__dataclass_fields__.values() if f.repr]
        return self._fields(type(value).__name__, items, indent, allowance, within, level)

    def _namespace(self, value, indent, allowance, within, level):
        from types import SimpleNamespace
        name = 'namespace' if type(value) is SimpleNamespace else type(value).__name__
        return self._fields(name, list(value.__dict__.items()), indent, allowance, within, level)


_plain = ((dict, PrettyPrinter._dict), (list, PrettyPrinter._list), (tuple, PrettyPrinter._tuple),
          (set, PrettyPrinter._set), (frozenset, PrettyPrinter._set), (str, PrettyPrinter._str),
          (bytes, PrettyPrinter._bytes), (bytearray, PrettyPrinter._bytearray),
          (type(type.__dict__), PrettyPrinter._mapping_proxy))


def _layouts():
    """Types and how they are laid out; those of modules only once a program has loaded them."""
    yield from _plain
    for module, name, layout in (('collections', 'OrderedDict', PrettyPrinter._ordered_dict),
                                 ('collections', 'defaultdict', PrettyPrinter._default_dict),
                                 ('collections', 'Counter', PrettyPrinter._counter),
                                 ('collections', 'deque', PrettyPrinter._deque),
                                 ('collections', 'ChainMap', PrettyPrinter._chain_map),
                                 ('collections', 'UserDict', PrettyPrinter._user_data),
                                 ('collections', 'UserList', PrettyPrinter._user_data),
                                 ('collections', 'UserString', PrettyPrinter._user_data),
                                 ('types', 'SimpleNamespace', PrettyPrinter._namespace)):
        if module in _sys.modules:
            yield getattr(_sys.modules[module], name), layout
