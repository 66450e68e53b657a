"""Text and bytes in memory that are used like files. There are no other files here."""
import abc
from operator import index as _index

__all__ = ['BytesIO', 'StringIO', 'IOBase', 'TextIOBase', 'RawIOBase', 'BufferedIOBase', 'UnsupportedOperation',
           'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase(metaclass=abc.ABCMeta):
    """What all files have in common."""

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        self._check()

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def detach(self):
        raise UnsupportedOperation('detach')


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


def _count(size):
    """A number of characters or bytes; -1: all."""
    if size is None:
        return -1
    try:
        return _index(size)
    except TypeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


class _Memory:
    """A growing text or bytes object with a place in it."""
    _empty = ''

    def _start(self, initial):
        self._parts = initial
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

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
        end = self._parts.find(self._newline, self._at)
        end = len(self._parts) if end < 0 else end + 1
        if size >= 0:
            end = min(end, self._at + size)
        found = self._parts[self._at:end]
        self._at = max(self._at, end)
        return found

    def _put(self, new):
        if self._at == len(self._parts):
            self._parts += new
        else:
            gap = self._zero * (self._at - len(self._parts))
            self._parts = self._parts[:self._at] + gap + new + self._parts[self._at + len(new):]
        self._at += len(new)
        return len(new)

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else _count(size)
        if size < 0:
            raise ValueError(f'Negative size value {size}')
        self._parts = self._parts[:size]
        return size

    def tell(self):
        self._check()
        return self._at

    def close(self):
        self.closed = True

    def readable(self):
        self._check()
        return True

    writable = seekable = readable


class StringIO(_Memory, TextIOBase):
    """Text I/O implementation using an in-memory buffer."""
    _tp_size = 136
    __module__ = '_io'
    _tp_name = '_io.StringIO'
    _newline = '\n'
    _zero = '\0'

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._translate = newline is None
        self._start('')
        self.write(initial_value or '')
        self._at = 0

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        count = len(s)
        if self._translate:
            s = s.replace('\r\n', '\n').replace('\r', '\n')
        self._put(s)
        return count

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


class BytesIO(_Memory, BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""
    _tp_size = 80
    __module__ = '_io'
    _tp_name = '_io.BytesIO'
    _newline = b'\n'
    _zero = b'\0'

    def __init__(self, initial_bytes=b''):
        self._start(bytes(initial_bytes or b''))

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))

    def readinto(self, buffer, /):
        """Fills the buffer as far as there is something left: how many bytes that were."""
        found = self.read(len(buffer))
        buffer[:len(found)] = found
        return len(found)

    def read1(self, size=-1, /):
        return self.read(size)

    def getbuffer(self):
        return bytearray(self._parts)

    def seek(self, pos, whence=0, /):
        self._check()
        pos, whence = _index(pos), _index(whence)
        base = 0 if whence == 0 else self._at if whence == 1 else len(self._parts)
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        self._at = max(0, base + pos)
        return self._at


def open(*args, **kwds):
    import builtins
    return builtins.open(*args, **kwds)
