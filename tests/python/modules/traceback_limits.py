"""Limits, chains, notes and groups in the forms that the module traceback gives."""
import traceback, sys
def f(): g()
def g(): h()
def h(): raise KeyError('k') from ValueError('v')
try: f()
except KeyError as e:
    E = e
for a in [dict(limit=1), dict(limit=-1), dict(chain=False), dict(limit=2, chain=False)]:
    print(a); traceback.print_exception(E, file=sys.stdout, **a)
    print(traceback.format_exception(E, **a))
    traceback.print_tb(E.__traceback__, a.get('limit'), file=sys.stdout)
try: compile("a b", "<x>", "exec")
except SyntaxError as e:
    print(traceback.format_exception_only(e))
    print(traceback.format_exception_only(type(e), e))
    print(traceback.format_exception(e))
    S = e
e = ValueError('a\nb'); e.add_note('n1'); e.add_note('n2\nn3')
print(traceback.format_exception_only(e)); print(traceback.format_exception(e))
print(traceback.format_exception_only(None, None), traceback.format_exception(None, None, None))
def exc(limit):
    try: f()
    except KeyError: return traceback.format_exc(limit)
print(exc(1)); print(exc(None))
te = traceback.TracebackException.from_exception(E)
print(list(te.format()), list(te.format(chain=False)), list(te.format_exception_only()), te.exc_type, str(te), te)
print(te == traceback.TracebackException.from_exception(E), te.__cause__, te.stack)
def s():
    return traceback.extract_stack(limit=1), traceback.format_stack(limit=2)
print(s())
for fs in traceback.extract_tb(E.__traceback__): print(fs.filename[-5:], fs.lineno, fs.name, fs.line)
eg = ExceptionGroup("eg", [ValueError(1), KeyError(2)])
print(traceback.format_exception(eg)); print(traceback.format_exception_only(eg))
st = traceback.StackSummary.extract(traceback.walk_tb(E.__traceback__)); print(st.format())
print(traceback.format_list([("x.py", 3, "f", "a = 1"), ("y.py", 3, "g", None)]))
def deep(n):
    if n: deep(n-1)
    else: 1/0
try: deep(10)
except ZeroDivisionError as e:
    traceback.print_exc(file=sys.stdout); print(traceback.format_tb(e.__traceback__)); print(traceback.StackSummary.extract(traceback.walk_tb(e.__traceback__)).format())
def oth():
    try: 1/0
    except ZeroDivisionError: {}['x']
try: oth()
except KeyError as e:
    traceback.print_exception(e, chain=False, file=sys.stdout)
    traceback.print_exception(type(e), e, e.__traceback__, limit=1, file=sys.stdout)
    traceback.print_exception(type(e), e, None, file=sys.stdout)
    traceback.print_last if 0 else None
try:
    traceback.format_exception(1)
except TypeError as e: print(e)
traceback.print_stack(file=sys.stdout)
def caller(): traceback.print_stack(limit=2, file=sys.stdout)
caller()
