# sys beyond the everyday names, keyword, graphlib, calendar.
import sys, keyword, graphlib, calendar
print(sys.version_info.major, sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info)
print(sys.float_info.epsilon, sys.float_info)
print(sys.int_info, sys.hash_info.modulus, sys.getdefaultencoding(), sys.get_int_max_str_digits(), sys.implementation.name)
sys.set_int_max_str_digits(0); print(len(str(10**5000)))
try: sys.set_int_max_str_digits(5)
except ValueError as e: print(e)
try: sys.nothing
except AttributeError as e: print(e)
try: type(sys.version_info)()
except TypeError as e: print(e)
print(keyword.kwlist, keyword.iskeyword('for'), keyword.softkwlist)
g = graphlib.TopologicalSorter({'d': {'b': 1, 'c': 1}, 'b': ['a'], 'c': ['a']})
print(list(g.static_order()))
try: graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare()
except graphlib.CycleError as e: print(e, e.args)
g = graphlib.TopologicalSorter({1: [2]}); g.add(3, 1, 2); g.prepare()
while g:
    r = g.get_ready(); print(r); g.done(*r)
for f in (lambda: g.done(1), lambda: g.add(1), g.prepare, lambda: graphlib.TopologicalSorter().get_ready()):
    try: f()
    except ValueError as e: print(e)
print(calendar.month(2024, 2), calendar.monthrange(2023, 2))
print(calendar.isleap(2000), calendar.leapdays(1900, 2024))
print(calendar.calendar(2024)); print(calendar.TextCalendar(6).formatyear(2023, m=4, w=3, l=2)); calendar.prmonth(2025, 1, 4, 2)
print(calendar.monthcalendar(2024, 9), list(calendar.day_name), list(calendar.month_abbr))
print(calendar.weekday(2024, 2, 29), calendar.timegm((2024, 2, 29, 1, 2, 3)))
print(list(calendar.Calendar(2).itermonthdates(2024, 12))[-3:], calendar.weekheader(3))
print(calendar.Calendar().monthdays2calendar(2024, 5)[0])
for f in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9)):
    try: f()
    except ValueError as e: print(e)
