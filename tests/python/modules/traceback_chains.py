# TracebackException: long chains, deep groups, frames left out, limits, and what an enumeration's flags do with them.
import enum, sys, traceback
e = None
for i in range(3000):
    try: raise ValueError(i) from e
    except ValueError as new: e = new
text = traceback.TracebackException.from_exception(e)
n = 0
link = text
while link.__cause__: link, n = link.__cause__, n + 1
print(n, str(text), str(link), link.exc_type, len(list(text.format())))
g = ValueError('in')
for i in range(2000): g = ExceptionGroup('eg', [g])
print(''.join(traceback.format_exception(g))[-300:])
class Quiet(traceback.StackSummary):
    def format_frame_summary(self, frame): return None if frame.name == 'inner' else super().format_frame_summary(frame)
def inner(): 1/0
def outer(): inner()
try: outer()
except ZeroDivisionError as x:
    stack = Quiet.extract(traceback.walk_tb(x.__traceback__))
    print(''.join(stack.format()), len(stack), stack[1].name, stack[1].line, stack[-1].lineno)
    f = traceback.extract_tb(x.__traceback__)[-1]
    print(f.colno, f.end_colno, f.end_lineno, f.lineno, f.locals, tuple(f), f == f, f[3])
    for limit in (0, 1, -1, 2, -2): print(limit, [s.name for s in traceback.extract_tb(x.__traceback__, limit)])
    sys.tracebacklimit = 1
    print([s.name for s in traceback.extract_tb(x.__traceback__)], len(traceback.format_exception(x)))
    del sys.tracebacklimit
def shown(a, b='x'):
    print(''.join(traceback.StackSummary.extract(traceback.walk_stack(None), limit=1, capture_locals=True).format()))
shown(1)
def failing():
    secret = [1, 2]; raise KeyError('k')
try: failing()
except KeyError as x: print(''.join(traceback.TracebackException.from_exception(x, capture_locals=True, limit=-1).format()))
class C(enum.Flag):
    ONE = enum.auto(); TWO = enum.auto(); BOTH = 3; FOUR = enum.auto(); RGB = 56
print(list(C), C._flag_mask_, C._all_bits_, C.RGB, list(C.RGB), ~C.ONE, C(7), enum.show_flag_values(11))
class Many(enum.Enum):
    A = enum.auto(); B = enum.auto(), enum.auto(); D = enum.auto()
print(list(Many))
class Ordered(enum.Flag):
    _order_ = 'A B C D'
    A = enum.auto(); B = enum.auto(); C = 3; D = enum.auto()
print(list(Ordered))
try:
    class Bad(enum.Flag):
        a = 'text'; b = enum.auto()
except TypeError as x: print(x)
