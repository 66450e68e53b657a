"""What sys tells about the interpreter; made when it is first asked for (sys.__getattr__)."""
from types import SimpleNamespace as _Namespace
from sys import _readline


def _record(name, doc, /, **fields):
    "A tuple whose items have names, as sys gives them."
    def show(self):
        return 'sys.%s(%s)' % (name, ', '.join('%s=%r' % pair for pair in zip(fields, self)))

    def refuse(cls, *args, **more):
        raise TypeError("cannot create 'sys.%s' instances" % name)

    members = {field: property(lambda self, i=i: self[i]) for i, field in enumerate(fields)}
    cls = type(name, (tuple,), {
        '__module__': 'sys', '__doc__': doc, '__slots__': (), '__repr__': show, '__new__': refuse,
        'n_fields': len(fields), 'n_sequence_fields': len(fields), 'n_unnamed_fields': 0, **members})
    return tuple.__new__(cls, fields.values())


version_info = _record('version_info', 'sys.version_info\n\nVersion information as a named tuple.', major=3, minor=11,
                       micro=2, releaselevel='final', serial=0)
float_info = _record(
    'float_info', 'sys.float_info\n\nA named tuple holding information about the float type.',
    max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021,
    min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _record('int_info', 'sys.int_info\n\nWhat the representation of ints is like.', bits_per_digit=30,
                   sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)
hash_info = _record('hash_info', 'hash_info\n\nParameters used for computing hashes.', width=64, modulus=2 ** 61 - 1,
                    inf=314159, nan=0, imag=1000003, algorithm='siphash13', hash_bits=64, seed_bits=128, cutoff=0)
flags = _record(
    'flags', 'sys.flags\n\nFlags provided through command line arguments or environment vars.', debug=0, inspect=0,
    interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=1, no_site=0, ignore_environment=0, verbose=0,
    bytes_warning=0, quiet=0, hash_randomization=0, isolated=0, dev_mode=False, utf8_mode=0, warn_default_encoding=0,
    safe_path=True, int_max_str_digits=-1)
implementation = _Namespace(name='cpython', cache_tag='cpython-311', version=version_info, hexversion=0x030b02f0,
                            _multiarch='x86_64-linux-gnu')

api_version = 1013
float_repr_style = 'short'
thread_info = _record('thread_info', 'sys.thread_info\n\nWhat the threads of the interpreter are made of.',
                      name='pthread', lock='semaphore', version=None)
dont_write_bytecode = True
executable = prefix = exec_prefix = base_prefix = base_exec_prefix = ''
abiflags = ''
platlibdir = 'lib'
path, warnoptions, path_hooks, meta_path = [''], [], [], []
orig_argv, _xoptions = [], {}
path_importer_cache = {}
pycache_prefix = None
builtin_module_names = ('builtins', 'gc', 'itertools', 'math', 'sys', 'time')


def getdefaultencoding():
    "Return the current default encoding used by the Unicode implementation."
    return 'utf-8'


def getfilesystemencoding():
    "Return the encoding used to convert Unicode filenames to OS filenames."
    return 'utf-8'


def getfilesystemencodeerrors():
    "Return the error mode used for Unicode to OS filename conversion."
    return 'surrogateescape'


def getswitchinterval():
    "Return the current thread switch interval."
    return 0.005


def setswitchinterval(interval, /):
    "Only looks at the number: there are no threads to switch between."
    if interval <= 0:
        raise ValueError('switch interval must be strictly positive')


def is_finalizing():
    "Return True if Python is exiting."
    return False


def gettrace():
    "The trace function: None, for refarrows traces programs itself."


def getprofile():
    "The profile function: None."


def settrace(function, /):
    "Refused: refarrows traces programs itself."
    if function is not None:
        raise NotImplementedError('refarrows traces programs itself: sys.settrace() has no effect here')


def setprofile(function, /):
    "Refused as settrace is."
    if function is not None:
        raise NotImplementedError('refarrows traces programs itself: sys.setprofile() has no effect here')


def displayhook(object, /):
    "Print an object to sys.stdout and also save it in builtins._"
    import builtins
    if object is not None:
        print(repr(object))
        builtins._ = object


def excepthook(exctype, value, traceback, /):
    "Handle an exception by displaying it with a traceback on sys.stderr."
    from traceback import print_exception
    print_exception(exctype, value, traceback)


__displayhook__, __excepthook__ = displayhook, excepthook


_rest = ''                     # of a line of input that was read in part


class _Input:
    "The lines that were typed; each is recorded, so that going back needs no retyping."
    __slots__ = ()
    name, mode, encoding, errors, closed = '<stdin>', 'r', 'utf-8', 'strict', False

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _begin(self):
        "What is left of a line that was read in part, or the next line."
        global _rest
        line, _rest = _rest or _readline(), ''
        return line

    def readline(self, size=-1, /):
        "The next line with its newline; empty at the end."
        global _rest
        line = self._begin()
        if size is not None and 0 <= size < len(line):
            line, _rest = line[:size], line[size:]
        return line

    def readlines(self, hint=-1, /):
        "All the lines that are left."
        return list(self)

    def read(self, size=-1, /):
        "So many characters, or all that is left."
        global _rest
        if size is None or size < 0:
            return ''.join(self)
        text = ''
        while len(text) < size and (line := self._begin()):
            text += line
        text, _rest = text[:size], text[size:]
        return text

    def isatty(self):
        return False

    def fileno(self):
        return 0

    def readable(self):
        return True

    def writable(self):
        return False


stdin = __stdin__ = _Input()
