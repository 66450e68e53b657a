"""Filling paragraphs, taking indentation away and adding it."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_blank = '\t\n\x0b\x0c\r '


_letter = r'[^\d\W]'
_in_word = r'[\w!"\'&.,?]'
# A piece is a run of blanks; dashes between words; or a word up to a hyphen among letters, to such dashes, to its end.
_piece = (rf'([{_blank}]+|(?<={_in_word})--+(?=\w)|[^{_blank}]+?(?:'
          rf'-(?:(?<={_letter}{_letter}-)|(?<={_letter}-{_letter}-))(?={_letter}-?{_letter})'
          rf'|(?<={_in_word})(?=--+\w)|(?=[{_blank}]|\Z)))')


def _ends_sentence(word):
    word = word[:-1] if word[-1:] in ('"', "'") else word
    return word[-1:] in ('.', '!', '?') and 'a' <= word[-2:-1] <= 'z'


class TextWrapper:
    """Object for wrapping/filling text."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        """Runs of blanks and pieces of words in turn: a line may end behind any of them."""
        import re
        pieces = re.split(_piece if self.break_on_hyphens else f'([{_blank}]+)', text)
        return [piece for piece in pieces if piece]

    def _widen_sentence_ends(self, pieces):
        """Two blanks behind what looks like the end of a sentence."""
        for i in range(len(pieces) - 1):
            if pieces[i + 1] == ' ' and _ends_sentence(pieces[i]):
                pieces[i + 1] = '  '

    def wrap(self, text):
        """Reformat the single paragraph in 'text' so it fits in lines of no more than 'self.width' columns."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): ' ' for c in _blank})
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        pieces = self._split(text)
        if self.fix_sentence_endings:
            self._widen_sentence_ends(pieces)
        return self._lines(pieces[::-1])

    def _lines(self, pieces):
        lines = []
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and not pieces[-1].strip() and lines:
                pieces.pop()
            line, length = [], 0
            while pieces and length + len(pieces[-1]) <= width:
                length += len(pieces[-1])
                line.append(pieces.pop())
            if pieces and len(pieces[-1]) > width:
                self._part_long(pieces, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (
                    not pieces or self.drop_whitespace and len(pieces) == 1 and not pieces[0].strip()) \
                    and length <= width:
                lines.append(indent + ''.join(line))
                continue
            self._cut(lines, line, length, width, indent)
            break
        return lines

    def _part_long(self, pieces, line, length, width):
        room = 1 if width < 1 else width - length
        if self.break_long_words:
            word = pieces[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind('-', 0, room)
                if hyphen > 0 and any(c != '-' for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            pieces[-1] = word[end:]
        elif not line:
            line.append(pieces.pop())

    def _cut(self, lines, line, length, width, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + ''.join(line))
                return
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        """Reformat the single paragraph in 'text' to fit in lines of no more than 'self.width' columns."""
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Wrap a single paragraph of text, returning a list of wrapped lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Fill a single paragraph of text, returning a new string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse and truncate the given text to fit in the given width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """Remove any common leading whitespace from every line in `text`."""
    if not isinstance(text, str):
        raise TypeError(f'expected string or bytes-like object, got {type(text).__name__!r}')
    lines = text.split('\n')
    lines = ['' if not line.strip(' \t') else line for line in lines]
    margin = None
    for line in lines:
        if not line:
            continue
        own = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = own
        else:
            same = 0
            while same < min(len(margin), len(own)) and margin[same] == own[same]:
                same += 1
            margin = margin[:same]
    return '\n'.join(line[len(margin):] if margin else line for line in lines)


def indent(text, prefix, predicate=None):
    """Adds 'prefix' to the beginning of selected lines in 'text'."""
    if predicate is None:
        predicate = str.strip
    return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
