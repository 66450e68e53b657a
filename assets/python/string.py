"""Names for groups of characters, Template and Formatter."""

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']


def capwords(s, sep=None):
    """Split the argument into words, capitalize each word, and join them."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class Template:
    """Text with names in it, each behind a $, that are replaced by values."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None

    def __init__(self, template):
        self.template = template

    @classmethod
    def _compiled(cls):
        """The pattern of the class, made when it is wanted: escaped, named, braced or invalid."""
        import re
        found = cls.__dict__.get('_own_pattern')
        if found is None:
            text = cls.__dict__.get('pattern')
            for base in cls.__mro__[1:] if text is None else ():
                text = text or base.__dict__.get('pattern')
            mark, braced = re.escape(cls.delimiter), cls.braceidpattern or cls.idpattern
            text = text or (rf'{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|'
                            r'(?P<invalid>))')
            found = re.compile(text, re.IGNORECASE | re.VERBOSE if cls.flags is None else cls.flags)
            cls._own_pattern = found
        return found

    def _invalid(self, match):
        position = match.start('invalid')
        lines = self.template[:position].splitlines(keepends=True)
        line, column = len(lines) or 1, position - len(''.join(lines[:-1])) if lines else 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def _mismatch(self):
        return ValueError('Unrecognized named group in pattern', self._compiled())

    def _substitute(self, mapping, safe):
        def value(match):
            name = match['named'] or match['braced']
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    if safe:
                        return match[0]
                    raise
            if match['escaped'] is not None:
                return self.delimiter
            if match['invalid'] is None:
                raise self._mismatch()
            return match[0] if safe else self._invalid(match)

        return self._compiled().sub(value, self.template)

    def substitute(self, mapping={}, /, **kws):
        """The text with all names replaced; KeyError for a name without a value."""
        return self._substitute(_layers(mapping, kws), False)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with those names replaced that have a value."""
        return self._substitute(_layers(mapping, kws), True)

    def is_valid(self):
        """Would substitute() accept the text?"""
        for match in self._compiled().finditer(self.template):
            if match['invalid'] is not None:
                return False
            if match['named'] is match['braced'] is match['escaped'] is None:
                raise self._mismatch()
        return True

    def get_identifiers(self):
        """The names, each once, in the order of the text."""
        names = []
        for match in self._compiled().finditer(self.template):
            name = match['named'] or match['braced']
            if name is not None and name not in names:
                names.append(name)
            elif name is match['invalid'] is match['escaped'] is None:
                raise self._mismatch()
        return names


def _layers(mapping, kws):
    if kws and mapping:
        from collections import ChainMap
        return ChainMap(kws, mapping)
    return kws or mapping


def _split_field(field):
    """"a.b[0]" -> ("a", ".b[0]")"""
    end = min((e for e in (field.find('.'), field.find('[')) if e >= 0), default=len(field))
    return field[:end], field[end:]


def _field_end(text, i):
    """The place of the brace that closes the field which starts at i."""
    depth = 1
    while i < len(text):
        depth += (text[i] == '{') - (text[i] == '}')
        if not depth:
            return i
        i += 1
    raise ValueError("expected '}' before end of string")


def _field_parts(field):
    """name, format_spec, conversion"""
    brackets = 0
    for i, c in enumerate(field):
        brackets += (c == '[') - (c == ']')
        if c in '!:' and not brackets:
            break
    else:
        return field, '', None
    if field[i] == ':':
        return field[:i], field[i + 1:], None
    if i + 1 == len(field):
        raise ValueError("end of string while looking for conversion specifier")
    if i + 2 < len(field) and field[i + 2] != ':':
        raise ValueError("expected ':' after conversion specifier")
    return field[:i], field[i + 3:], field[i + 1]


class Formatter:
    """str.format with parts that can be overridden."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, automatic=0):
        """The text, and the number of the next field without one; False once fields have numbers."""
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            result.append(literal)
            if field is None:
                continue
            if field == '':
                if automatic is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field, automatic = str(automatic), automatic + 1
            elif field.isdigit():
                if automatic:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                automatic = False
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, automatic = self._vformat(spec, args, kwargs, used, depth - 1, automatic)
            result.append(self.format_field(value, spec))
        return ''.join(result), automatic

    def parse(self, format_string):
        """Yields (literal_text, field_name, format_spec, conversion) for each field and the text before it."""
        literal, i, n = '', 0, len(format_string)
        while i < n:
            c = format_string[i]
            if c not in '{}':
                end = min((e for e in (format_string.find('{', i), format_string.find('}', i)) if e >= 0), default=n)
                literal, i = literal + format_string[i:end], end
            elif format_string.startswith(c, i + 1):
                yield literal + c, None, None, None
                literal, i = '', i + 2
            elif c == '}':
                raise ValueError("Single '}' encountered in format string")
            elif i + 1 == n:
                raise ValueError("Single '{' encountered in format string")
            else:
                end = _field_end(format_string, i + 1)
                yield literal, *_field_parts(format_string[i + 1:end])
                literal, i = '', end + 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        value = self.get_value(int(first) if first.isdigit() else first, args, kwargs)
        while rest:
            end = min((e for e in (rest.find('.', 1), rest.find('[', 1)) if e >= 0), default=len(rest))
            part, rest = rest[:end], rest[end:]
            if part[0] == '.':
                value = getattr(value, part[1:])
            else:
                key = part[1:].rstrip(']')
                value = value[int(key) if key.isdigit() else key]
        return value, int(first) if first.isdigit() else first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion not in ('s', 'r', 'a'):
            raise ValueError(f'Unknown conversion specifier {conversion!s}')
        return {'s': str, 'r': repr, 'a': ascii}[conversion](value)

    def format_field(self, value, format_spec):
        return format(value, format_spec)
