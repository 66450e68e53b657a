# logging: loggers, handlers, formats; and the type names in messages about library classes.
import logging, io, sys
logging.warning('first %s', 'x'); logging.info('no'); 
s = io.StringIO()
log = logging.getLogger('a.b')
log.setLevel('DEBUG')
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter('%(levelname)-8s %(name)s %(funcName)s %(lineno)d %(message)s'))
log.addHandler(h)
def f():
    log.debug('hi %d', 5); log.info('%(a)s', {'a': 1})
f(); log.propagate = False
try: 1/0
except ZeroDivisionError: log.error('oops')
print(log, logging.getLogger(), logging.getLogger('a'), log.parent)
print(logging.getLogger('a.b') is log, log.getEffectiveLevel(), logging.getLevelName(30), log.isEnabledFor(10),
      log.hasHandlers())
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, force=True, format='{levelname} {message}', style='{')
logging.debug('d'); logging.error('e'); logging.log(25, 'custom'); logging.disable(); logging.critical('none')
import datetime, collections, decimal
d = datetime.date(2024,1,1); t = datetime.datetime(2024,1,1)
for f in (lambda: d+1, lambda: 1-d, lambda: t+5, lambda: datetime.timedelta(1)+1,
          lambda: datetime.timedelta(1)*'a', lambda: d < 5, lambda: t < d, lambda: decimal.Decimal(1) < 'a',
          lambda: collections.OrderedDict() + 1, lambda: decimal.Decimal(1) << 2, lambda: datetime.time(1)+1,
          lambda: len(d), lambda: d[0], lambda: d(), lambda: [1][decimal.Decimal(1)],
          lambda: collections.deque()+1, lambda: iter(d), lambda: sum([d,d]), lambda: 'a'+decimal.Decimal(1),
          lambda: [1]*decimal.Decimal(2), lambda: range(decimal.Decimal(3)), lambda: -d, lambda: int(d),
          lambda: float(d), lambda: {}[d], lambda: d.nothing, lambda: decimal.Decimal(1).nothing):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
