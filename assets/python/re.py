"""Regular expressions. Patterns are compiled and matched by _sre, through PCRE2; this is what stands around it."""
import enum
from _sre import Match, Pattern, compile as _compile_pattern

__all__ = [
    'match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'template',
    'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE',
    'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag',
]

__version__ = '2.2.1'


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class error(Exception):
    """A pattern or template with a mistake in it: msg says which, pos where, lineno and colno where in lines."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg += f' at position {pos}'
            if newline in pattern:
                msg += f' (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


# ---- compiled patterns, remembered ----

_REMEMBERED = 512
_remembered = {}


def _checked_flags(pattern, flags):
    """Flags that are no int: the message is that of what CPython tries with them first."""
    if not isinstance(pattern, (str, bytes, Pattern)):
        raise TypeError('first argument must be string or compiled pattern')
    return flags & RegexFlag.VERBOSE


def _compiled(pattern, flags):
    if not isinstance(flags, int):
        flags = _checked_flags(pattern, flags)
    flags = int(flags)
    key = type(pattern), pattern, flags
    known = _remembered.get(key)
    if known is not None:
        return known
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    made = _compile_pattern(pattern, flags & ~1)
    if not flags & 128:
        if len(_remembered) >= _REMEMBERED:
            del _remembered[next(iter(_remembered))]
        _remembered[key] = made
    return made


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compiled(pattern, flags)


def template(pattern, flags=0):
    "Compile a template pattern, returning a Pattern object; deprecated."
    return _compiled(pattern, flags | 1)


def purge():
    "Clear the regular expression caches"
    _remembered.clear()


# ---- what programs call ----

def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning
    a Match object, or None if no match was found."""
    return _compiled(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning
    a Match object, or None if no match was found."""
    return _compiled(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning
    a Match object, or None if no match was found."""
    return _compiled(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """Replace the leftmost matches of the pattern in the string, from left to right, by repl: a template, or a
    function that gets the Match object and returns the text to put there. At most count of them, if it is not 0."""
    return _compiled(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    "Like sub, but return the pair of the new string and the number of replacements."
    return _compiled(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    "Split the string where the pattern matches; what its groups matched comes between the parts."
    return _compiled(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    "A list of all matches in the string: of their groups, if the pattern has any."
    return _compiled(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    "An iterator over the Match objects of all matches in the string."
    return _compiled(pattern, flags).finditer(string)


_escapes = {ord(sign): '\\' + sign for sign in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    "Escape special characters in a string."
    if isinstance(pattern, str):
        return pattern.translate(_escapes)
    return str(pattern, 'latin1').translate(_escapes).encode('latin1')


class Scanner:
    """Splits a text into tokens: the lexicon is a list of (pattern, action), and an action is a function of the scanner
    and the text found, a value of its own, or None to drop it."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.scanner = _compiled('|'.join(f'({pattern})' for pattern, action in lexicon), flags)
        self._actions, group = {}, 1
        for pattern, action in lexicon:
            self._actions[group] = action
            group += 1 + _compiled(pattern, flags).groups

    def scan(self, string):
        tokens, end, step = [], 0, self.scanner.scanner(string).match
        while (found := step()) is not None and found.end() > end:
            action = self._actions[found.lastindex]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                tokens.append(action)
            end = found.end()
        return tokens, string[end:]
