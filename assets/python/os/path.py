"""Names of files as text, by the rules of POSIX. Programs here have no files: nothing exists but the root."""

__all__ = ['abspath', 'basename', 'commonpath', 'commonprefix', 'dirname', 'exists', 'expanduser', 'isabs', 'isdir',
           'isfile', 'islink', 'join', 'normcase', 'normpath', 'realpath', 'relpath', 'split', 'splitdrive', 'splitext']

curdir, pardir, extsep, sep, pathsep, altsep, devnull = '.', '..', '.', '/', ':', None, '/dev/null'


def _text(path):
    if hasattr(path, '__fspath__'):
        path = path.__fspath__()
    if not isinstance(path, (str, bytes)):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return path


def _slash(path):
    return '/' if isinstance(path, str) else b'/'


def isabs(s):
    """Test whether a path is absolute"""
    s = _text(s)
    return s.startswith(_slash(s))


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed. An absolute component drops what precedes it."""
    path = _text(a)
    slash = _slash(path)
    for part in map(_text, p):
        if type(part) is not type(path):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        else:
            path += part if not path or path.endswith(slash) else slash + part
    return path


def split(p):
    """Split a pathname. Returns tuple "(head, tail)" where "tail" is everything after the final slash."""
    p = _text(p)
    slash = _slash(p)
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    return (head.rstrip(slash) or head), tail


def basename(p):
    """Returns the final component of a pathname"""
    return split(p)[1]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def splitext(p):
    """Split the extension from a pathname: everything from the last dot on, unless only dots precede it."""
    head, tail = p[:len(p) - len(basename(p))], basename(p)
    start = len(tail) - len(tail.lstrip('.'))
    dot = tail.rfind('.')
    return (p, '') if dot < start or dot <= 0 else (head + tail[:dot], tail[dot:])


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always empty."""
    p = _text(p)
    return p[:0], p


def normcase(s):
    """Normalize case of pathname.  Has no effect under Posix"""
    return _text(s)


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    path = _text(path)
    root = '//' if path.startswith('//') and not path.startswith('///') else '/' if path.startswith('/') else ''
    kept = []
    for part in path.split('/'):
        if part == '..' and kept and kept[-1] != '..':
            kept.pop()
        elif part not in ('', '.') and not (part == '..' and root and not kept):
            kept.append(part)
    return root + '/'.join(kept) or '.'


def abspath(path):
    """Return an absolute path."""
    return normpath(join('/', path))


realpath = abspath


def expanduser(path):
    """Expand ~ constructions: nobody has a home here, so they stay."""
    return _text(path)


expandvars = expanduser


def relpath(path, start='/'):
    """Return a relative version of a path"""
    if not path:
        raise ValueError('no path specified')
    there, here = ([part for part in abspath(p).split('/') if part] for p in (path, start))
    common = len(commonprefix([there, here]))
    return '/'.join(['..'] * (len(here) - common) + there[common:]) or '.'


def commonprefix(m):
    """Given a list of pathnames, returns the longest common leading component, letter by letter"""
    if not m:
        return ''
    low, high = min(m), max(m)
    for i, item in enumerate(low):
        if item != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    paths = list(paths)
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split('/') if part and part != '.'] for path in paths]
    return '/' * isabs(paths[0]) + '/'.join(commonprefix(parts))


def exists(path):
    """Test whether a path exists: programs here have no files."""
    return _text(path) == '/'


isdir = exists


def isfile(path):
    """Test whether a path is a regular file: there is none."""
    _text(path)
    return False


islink = ismount = lexists = isfile


def getsize(filename):
    """Refused: programs here have no files."""
    raise FileNotFoundError(2, 'No such file or directory', filename)


getmtime = getatime = getctime = getsize
