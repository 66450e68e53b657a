"""Text and bytes in memory that are used like files. There are no other files here."""
import abc
import sys
from operator import index as _index

__all__ = ['BytesIO', 'StringIO', 'IOBase', 'TextIOBase', 'RawIOBase', 'BufferedIOBase', 'UnsupportedOperation',
           'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


def _unsupported(name):
    def method(self, *args, **kwds):
        raise UnsupportedOperation(name)
    method.__name__ = name
    return method


class _IOBase:
    """What all files have in common."""
    __module__ = '_io'
    _tp_name = '_io._IOBase'
    _is_closed = False

    @property
    def closed(self):
        return self._is_closed

    def _checkClosed(self, message='I/O operation on closed file.'):
        if self.closed:
            raise ValueError(message)

    def close(self):
        """Flush and close the object; afterwards nothing can be read or written."""
        if not self._is_closed:
            try:
                self.flush()
            finally:
                self._is_closed = True

    def flush(self):
        if self._is_closed:
            raise ValueError('I/O operation on closed file.')

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)

    def isatty(self):
        self._checkClosed()
        return False

    def seekable(self):
        return False

    readable = writable = seekable

    def tell(self):
        return self.seek(0, 1)

    seek = _unsupported('seek')
    truncate = _unsupported('truncate')
    fileno = _unsupported('fileno')


class _RawIOBase(_IOBase):
    __module__ = '_io'
    _tp_name = '_io._RawIOBase'

    def read(self, size=-1, /):
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        parts = []
        while part := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(part)
        return b''.join(parts) if parts else part


class _BufferedIOBase(_IOBase):
    __module__ = '_io'
    _tp_name = '_io._BufferedIOBase'
    detach, read, read1, write = map(_unsupported, ('detach', 'read', 'read1', 'write'))


class _TextIOBase(_IOBase):
    __module__ = '_io'
    _tp_name = '_io._TextIOBase'
    encoding = errors = newlines = None
    detach, read, readline, write = map(_unsupported, ('detach', 'read', 'readline', 'write'))


class IOBase(_IOBase, metaclass=abc.ABCMeta):
    __doc__ = _IOBase.__doc__


class RawIOBase(_RawIOBase, IOBase):
    pass


class BufferedIOBase(_BufferedIOBase, IOBase):
    pass


class TextIOBase(_TextIOBase, IOBase):
    pass


def _count(size):
    """A number of characters or bytes; -1: all."""
    if size is None:
        return -1
    try:
        return _index(size)
    except TypeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


def _memory_closed(self):
    try:
        return self._is_done
    except AttributeError:
        raise ValueError('I/O operation on uninitialized object') from None


class _Memory:
    """A growing text or bytes object with a place in it: what StringIO and BytesIO share, copied into both."""

    def _start(self, initial):
        self._parts = initial
        self._at = 0
        self._is_done = False

    def _check(self):
        if self.closed:
            raise ValueError(self._closed_words)

    def getvalue(self):
        """Retrieve the entire contents of the object."""
        self._check()
        return self._parts

    def read(self, size=-1, /):
        self._check()
        size = _count(size)
        end = len(self._parts) if size < 0 else self._at + size
        found = self._parts[self._at:end]
        self._at += len(found)
        return found

    def readline(self, size=-1, /):
        self._check()
        size = _count(size)
        end = self._line_end()
        if size >= 0:
            end = min(end, self._at + size)
        found = self._parts[self._at:end]
        self._at = max(self._at, end)
        return found

    def _put(self, new):
        if self._at == len(self._parts):
            self._parts += new
        elif new:
            gap = self._zero * (self._at - len(self._parts))
            self._parts = self._parts[:self._at] + gap + new + self._parts[self._at + len(new):]
        self._at += len(new)

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else _count(size)
        if size < 0:
            raise ValueError(self._negative_size % size)
        self._parts = self._parts[:size]
        return size

    def tell(self):
        self._check()
        return self._at

    def close(self):
        self._is_done = True

    def readable(self):
        self._check()
        return True

    writable = seekable = readable


def _with_memory(cls):
    for name, value in _Memory.__dict__.items():
        if not name.startswith('__'):
            setattr(cls, name, value)
    cls.closed = property(_memory_closed)
    return cls


@_with_memory
class StringIO(_TextIOBase):
    """Text I/O implementation using an in-memory buffer."""
    _tp_size = 136
    __module__ = '_io'
    _tp_name = '_io.StringIO'
    _zero = '\0'
    _closed_words = 'I/O operation on closed file'
    _negative_size = 'Negative size value %d'
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f'newline must be str or None, not {type(newline).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._newline = newline
        self._seen = set()
        self._start('')
        if initial_value:
            self.write(initial_value)
            self._at = 0

    @property
    def newlines(self):
        self._check()
        seen = tuple(end for end in ('\r', '\n', '\r\n') if end in self._seen)
        return seen[0] if len(seen) == 1 else seen or None

    def _note_newlines(self, s):
        pairs = s.count('\r\n')
        self._seen.update(end for end, times in (('\r\n', pairs), ('\r', s.count('\r') - pairs),
                                                 ('\n', s.count('\n') - pairs)) if times)

    def write(self, s, /):
        """Write string to file; how many characters that were."""
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        self._check()
        count = len(s)
        if self._newline != '\n':
            if not self._newline:
                self._note_newlines(s)
            s = s.replace('\r\n', '\n').replace('\r', '\n') if self._newline is None else \
                s.replace('\n', self._newline or '\n')
        self._put(s)
        return count

    def _line_end(self):
        text = self._parts
        if self._newline != '':
            end = text.find(self._newline or '\n', self._at)
            return len(text) if end < 0 else end + len(self._newline or '\n')
        ends = [end for end in (text.find('\n', self._at), text.find('\r', self._at)) if end >= 0]
        end = min(ends, default=len(text) - 1)
        return end + 1 + (text[end:end + 2] == '\r\n')

    def seek(self, pos, whence=0, /):
        self._check()
        pos, whence = _index(pos), _index(whence)
        if whence == 0:
            if pos < 0:
                raise ValueError(f'Negative seek position {pos}')
            self._at = pos
        elif whence in (1, 2):
            if pos:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._at = self._at if whence == 1 else len(self._parts)
        else:
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        return self._at


@_with_memory
class BytesIO(_BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""
    _tp_size = 80
    __module__ = '_io'
    _tp_name = '_io.BytesIO'
    _zero = b'\0'
    _closed_words = 'I/O operation on closed file.'
    _negative_size = 'negative size value %d'

    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, (str, int)):
            raise TypeError(f'a bytes-like object is required, not {type(initial_bytes).__name__!r}')
        self._start(bytes(initial_bytes or b''))

    def _line_end(self):
        return self._parts.find(b'\n', self._at) + 1 or len(self._parts)

    def write(self, b, /):
        """Write bytes to file; how many bytes that were."""
        self._check()
        if isinstance(b, (str, int)):
            raise TypeError(f'a bytes-like object is required, not {type(b).__name__!r}')
        b = bytes(b)
        self._put(b)
        return len(b)

    def readinto(self, buffer, /):
        """Fills the buffer as far as there is something left: how many bytes that were."""
        found = self.read(len(buffer))
        buffer[:len(found)] = found
        return len(found)

    def read1(self, size=-1, /):
        return self.read(size)

    def getbuffer(self):
        self._check()
        return memoryview(bytearray(self._parts))

    def seek(self, pos, whence=0, /):
        self._check()
        pos, whence = _index(pos), _index(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        base = 0 if whence == 0 else self._at if whence == 1 else len(self._parts)
        self._at = max(0, base + pos)
        return self._at


TextIOBase.register(StringIO)
BufferedIOBase.register(BytesIO)
for _standard in (sys.stdout, sys.stderr):
    TextIOBase.register(type(_standard))


def open(*args, **kwds):
    import builtins
    return builtins.open(*args, **kwds)
