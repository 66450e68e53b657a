# logging: records made by a factory, formats that are refused; unittest: a test that is not there.
import logging, sys, unittest
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
t(logging.getLogRecordFactory)
old = logging.getLogRecordFactory()
def factory(*args, **kwargs):
    record = old(*args, **kwargs); record.extra = 'more'; return record
logging.setLogRecordFactory(factory)
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(message)s|%(extra)s|%(funcName)s'))
log = logging.getLogger('app'); log.addHandler(handler); log.setLevel(logging.DEBUG); log.propagate = False
def work(): log.debug('value %d of %s', 3, 'x'); log.warning('careful')
work()
t(lambda: logging.makeLogRecord({'msg': 'm %s', 'args': ('a',), 'levelname': 'L'}).getMessage())
for fmt, style in (('plain', '%'), ('%(levelname):%(x)', '%'), ('%x', '!'), ('%(message)s', '%'), ('%(message)d %', '%')):
    t(lambda: type(logging.Formatter(fmt, None, style)).__name__)
class T(unittest.TestCase):
    def test_a(self): pass
t(T, 'nope'); t(lambda: T('test_a').id()); t(lambda: T())
