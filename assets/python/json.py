"""JSON: values as text that other programs understand."""

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_INFINITY = float('inf')
_short = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}
_unescaped = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_controls = {i: _short.get(chr(i), '\\u%04x' % i) for i in range(32)}
_controls.update({ord('"'): '\\"', ord('\\'): '\\\\'})


class JSONDecodeError(ValueError):
    """What is wrong with the text, and where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__('%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = 'json.decoder'


# ---- writing ----

def _quoted(text, ascii_only):
    text = text.translate(_controls)
    if ascii_only and not text.isascii():
        out = []
        for c in text:
            n = ord(c)
            if n < 128:
                out.append(c)
            elif n < 0x10000:
                out.append('\\u%04x' % n)
            else:
                n -= 0x10000
                out.append('\\u%04x\\u%04x' % (0xd800 | n >> 10, 0xdc00 | n & 0x3ff))
        text = ''.join(out)
    return '"' + text + '"'


class JSONEncoder:
    """Extensible JSON encoder for Python data structures."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """Implement this method in a subclass such that it returns a serializable object for o."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """Return a JSON string representation of a Python data structure."""
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """Encode the given object and yield each string representation as available."""
        out = []
        try:
            self._write(o, out.append, 0, {})
        except RecursionError as error:
            if self.indent is None:
                error.args = ('maximum recursion depth exceeded while encoding a JSON object',)
            raise
        return iter(out)

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o == _INFINITY:
            text = 'Infinity'
        elif o == -_INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return text

    def _scalar(self, o):
        if isinstance(o, str):
            return _quoted(o, self.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _write(self, o, emit, level, open_ones):
        text = self._scalar(o)
        if text is not None:
            emit(text)
            return
        if self.check_circular:
            if id(o) in open_ones:
                raise ValueError('Circular reference detected')
            open_ones[id(o)] = o
        if isinstance(o, (list, tuple)):
            brackets, entries = '[]', [('', item) for item in o]
        elif isinstance(o, dict):
            brackets, entries = '{}', self._entries(o)
        else:
            brackets, entries = '', [('', self.default(o))]
        separator = brackets[:1] + self._line(level + 1) if brackets else ''
        for start, item in entries:
            emit(separator + start)
            separator = self.item_separator + self._line(level + 1)
            self._write(item, emit, level + bool(brackets), open_ones)
        if brackets:
            emit(self._line(level) + brackets[1] if entries else
                 brackets[0] + (self._line(level + 1) + self._line(level) if o else '') + brackets[1])
        open_ones.pop(id(o), None)

    def _line(self, level):
        if self.indent is None:
            return ''
        step = ' ' * self.indent if isinstance(self.indent, int) else self.indent
        return '\n' + step * level

    def _key(self, key):
        if isinstance(key, str):
            return key
        text = self._scalar(key)
        if text is not None:
            return text
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _entries(self, mapping):
        """What stands before each value, and the value."""
        entries = []
        for key, value in sorted(mapping.items()) if self.sort_keys else mapping.items():
            key = self._key(key)
            if key is not None:
                entries.append((_quoted(key, self.ensure_ascii) + self.key_separator, value))
        return entries


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """Serialize obj to a JSON formatted str."""
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **options):
    """Serialize obj as a JSON formatted stream to fp."""
    fp.write(dumps(obj, **options))


# ---- reading ----

_numbers = frozenset('0123456789+-.eE')


class JSONDecoder:
    """Simple JSON decoder"""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """Return the Python representation of s."""
        value, end = self.raw_decode(s, self._skip(s, 0))
        end = self._skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """Decode a JSON document from s, and return the value and the index where the document ended."""
        try:
            return self._value(s, idx)
        except RecursionError as error:
            kind = 'object' if s[idx] == '{' else 'array'
            error.args = (f'maximum recursion depth exceeded while decoding a JSON {kind} from a unicode string',)
            raise

    def _skip(self, s, i):
        while i < len(s) and s[i] in ' \t\n\r':
            i += 1
        return i

    def _value(self, s, i):
        c = s[i:i + 1]
        if c == '"':
            return self._string(s, i + 1)
        if c == '{':
            return self._object(s, i + 1)
        if c == '[':
            return self._array(s, i + 1)
        for word, value in ('null', None), ('true', True), ('false', False):
            if s.startswith(word, i):
                return value, i + len(word)
        for word in 'NaN', 'Infinity', '-Infinity':
            if s.startswith(word, i):
                return self.parse_constant(word), i + len(word)
        return self._number(s, i)

    def _digits(self, s, i):
        while s[i:i + 1] in _numbers and s[i:i + 1].isdigit():
            i += 1
        return i

    def _number(self, s, start):
        i = start + (s[start:start + 1] == '-')
        if s[i:i + 1] == '0':
            end = i + 1
        else:
            end = self._digits(s, i)
        if end == i:
            raise JSONDecodeError('Expecting value', s, start)
        whole = end
        if s[end:end + 1] == '.' and self._digits(s, end + 1) > end + 1:
            end = self._digits(s, end + 1)
        if s[end:end + 1] in ('e', 'E'):
            exponent = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
            if self._digits(s, exponent) > exponent:
                end = self._digits(s, exponent)
        return (self.parse_int if end == whole else self.parse_float)(s[start:end]), end

    def _string(self, s, i):
        begin = i - 1
        parts = []
        while True:
            quote = s.find('"', i)
            if quote < 0:
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            slash = s.find('\\', i, quote)
            end = quote if slash < 0 else slash
            piece = s[i:end]
            if self.strict:
                for k, c in enumerate(piece):
                    if c < ' ':
                        raise JSONDecodeError('Invalid control character at', s, i + k)
            parts.append(piece)
            if slash < 0:
                return ''.join(parts), quote + 1
            c, i = self._escape(s, slash + 1, begin)
            parts.append(c)

    def _escape(self, s, i, begin):
        c = s[i:i + 1]
        if not c:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        if c != 'u':
            if c not in _unescaped:
                raise JSONDecodeError('Invalid \\escape', s, i - 1)
            return _unescaped[c], i + 1
        n = self._hex(s, i + 1)
        i += 5
        if 0xd800 <= n <= 0xdbff and s[i:i + 2] == '\\u':
            low = self._hex(s, i + 2)
            if 0xdc00 <= low <= 0xdfff:
                return chr(0x10000 + ((n - 0xd800) << 10 | low - 0xdc00)), i + 6
        return chr(n), i

    def _hex(self, s, i):
        digits = s[i:i + 4]
        if len(digits) == 4 and all(c in '0123456789abcdefABCDEF' for c in digits):
            return int(digits, 16)
        raise JSONDecodeError('Invalid \\uXXXX escape', s, i - 1)

    def _array(self, s, i):
        values = []
        i = self._skip(s, i)
        if s[i:i + 1] == ']':
            return values, i + 1
        while True:
            c = s[i:i + 1]         # straight to what may nest: each level costs one frame
            value, i = (self._array(s, i + 1) if c == '[' else self._object(s, i + 1) if c == '{' else
                        self._value(s, i))
            values.append(value)
            i = self._skip(s, i)
            c = s[i:i + 1]
            if c == ']':
                return values, i + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = self._skip(s, i + 1)

    def _object(self, s, i):
        pairs = []
        i = self._skip(s, i)
        if s[i:i + 1] == '}':
            return self._made(pairs), i + 1
        while True:
            if s[i:i + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, i)
            key, i = self._string(s, i + 1)
            i = self._skip(s, i)
            if s[i:i + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, i)
            i = self._skip(s, i + 1)
            c = s[i:i + 1]
            value, i = (self._array(s, i + 1) if c == '[' else self._object(s, i + 1) if c == '{' else
                        self._value(s, i))
            pairs.append((key, value))
            i = self._skip(s, i)
            c = s[i:i + 1]
            if c == '}':
                return self._made(pairs), i + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = self._skip(s, i + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


def loads(s, *, cls=None, **kw):
    """Deserialize s (a str, bytes or bytearray instance containing a JSON document) to a Python object."""
    if isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8')
    elif not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    elif s.startswith('\ufeff'):
        raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    return (cls or JSONDecoder)(**{k: v for k, v in kw.items() if v is not None}).decode(s)


def load(fp, **kw):
    """Deserialize fp to a Python object."""
    return loads(fp.read(), **kw)


def _submodule(name, **members):
    from sys import modules
    made = type(modules['builtins'])(f'json.{name}')
    made.__dict__.update(members)
    modules[f'json.{name}'] = globals()[name] = made


JSONDecoder.__module__, JSONEncoder.__module__ = 'json.decoder', 'json.encoder'
_submodule('decoder', JSONDecoder=JSONDecoder, JSONDecodeError=JSONDecodeError)
_submodule('encoder', JSONEncoder=JSONEncoder)
