"""What a program may ask of a system without files, processes or an environment."""
import os.path as path
import sys as _sys

del __path__                   # to a program os is a module, not a package
__file__ = '/usr/lib/python3.11/os.py'

name, linesep, sep, curdir, pardir, extsep = 'posix', '\n', '/', '.', '..', '.'
altsep, pathsep, defpath, devnull = None, ':', '/bin:/usr/bin', '/dev/null'
environ = {}
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
PathLike = type('PathLike', (), {'__doc__': 'Something with __fspath__.', '__module__': 'os'})


def getcwd():
    """Return a unicode string representing the current working directory."""
    return '/'


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)


def getpid():
    """Return the current process id."""
    return 1


def cpu_count():
    """Return the number of CPUs: programs here run on one."""
    return 1


def get_terminal_size(fd=1):
    """Return the size of the terminal window as (columns, lines)."""
    from collections import namedtuple
    return namedtuple('terminal_size', 'columns lines', module='os')(80, 24)


def fspath(path):
    """Return the file system path representation of the object."""
    return _path_text(path)


_path_text = path._text


def urandom(size):
    """Return bytes that look random: the same ones in every run, so that it can be shown twice."""
    from random import Random
    return Random('urandom').randbytes(size)


def _exit(status):
    """Exit to the system with specified status."""
    raise SystemExit(status)


def _refused(function):
    def refuse(*args, **kwargs):
        raise OSError(38, 'Function not implemented', f'os.{function}: programs here have no files and processes')
    refuse.__name__ = refuse.__qualname__ = function
    refuse.__doc__ = 'Refused: programs here have no files and processes.'
    return refuse


def _missing(function):
    def fail(path='.', *args, **kwargs):
        raise FileNotFoundError(2, 'No such file or directory', path)
    fail.__name__ = fail.__qualname__ = function
    fail.__doc__ = 'Fails: programs here have no files.'
    return fail


for _function in ('system', 'popen', 'fork', 'kill', 'execv', 'mkdir', 'makedirs', 'open'):
    globals()[_function] = _refused(_function)
for _function in ('remove', 'unlink', 'rmdir', 'rename', 'replace', 'stat', 'chdir', 'listdir', 'scandir'):
    globals()[_function] = _missing(_function)
del _function


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator: there is nothing to walk."""
    return iter(())


def access(path, mode):
    """Tell whether a path can be used so: none can."""
    return False
