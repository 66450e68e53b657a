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
    """A string class for supporting $-substitutions."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Yields (kind, text, position): kind is text, escaped, named or invalid."""
        template, mark = self.template, self.delimiter
        start = 0
        while True:
            at = template.find(mark, start)
            if at < 0:
                yield 'text', template[start:], start
                return
            yield 'text', template[start:at], start
            rest = at + len(mark)
            if template.startswith(mark, rest):
                yield 'escaped', mark, at
                start = rest + len(mark)
                continue
            braced = template.startswith('{', rest)
            end = begin = rest + braced
            while end < len(template) and (template[end] == '_' or (template[end].isascii() and (
                    template[end].isalpha() or (end > begin and template[end].isdigit())))):
                end += 1
            if end == begin or (braced and not template.startswith('}', end)):
                yield 'invalid', mark, at
                start = rest
            else:
                yield 'named', (template[begin:end], template[at:end + braced]), at
                start = end + braced

    def _invalid(self, position):
        lines = self.template[:position].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column, line = position - len(''.join(lines[:-1])), len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def _substitute(self, mapping, safe):
        out = []
        for kind, text, position in self._parts():
            if kind == 'named':
                name, whole = text
                if safe:
                    try:
                        text = str(mapping[name])
                    except KeyError:
                        text = whole
                else:
                    text = str(mapping[name])
            elif kind == 'invalid' and not safe:
                self._invalid(position + len(text))
            out.append(text)
        return ''.join(out)

    def substitute(self, mapping={}, /, **kws):
        return self._substitute({**mapping, **kws} if kws else mapping, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._substitute({**mapping, **kws} if kws else mapping, True)

    def is_valid(self):
        return all(kind != 'invalid' for kind, _, _ in self._parts())

    def get_identifiers(self):
        names = []
        for kind, text, _ in self._parts():
            if kind == 'named' and text[0] not in names:
                names.append(text[0])
        return names


class Formatter:
    """str.format with parts that can be overridden."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)

    def format_field(self, value, format_spec):
        return format(value, format_spec)
