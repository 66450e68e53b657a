"""A clock that ticks with the program's steps, and calendar time, which is always UTC here."""
from _time import (monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, sleep,
                   thread_time, thread_time_ns, time, time_ns)

timezone = altzone = daylight = 0
tzname = ('UTC', 'UTC')
_days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
_months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
           'December']


class struct_time(tuple):
    """The time value as returned by gmtime(), localtime(), and strptime(), and accepted by the others."""

    n_fields = 11
    n_sequence_fields = 9

    def __new__(cls, values):
        values = tuple(values)
        if len(values) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)')
        return super().__new__(cls, values[:9])

    def __repr__(self):
        names = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
        return 'time.struct_time(' + ', '.join(f'{n}={v!r}' for n, v in zip(names, self)) + ')'

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: 'UTC')
    tm_gmtoff = property(lambda self: 0)


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _month_lengths(year):
    return [31, 28 + _leap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


_epoch = _days_before_year(1970)


def gmtime(seconds=None):
    """Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT)."""
    total = int((time() if seconds is None else seconds) // 1)
    days, rest = divmod(total, 86400)
    year = 1970 + days // 366
    while _days_before_year(year + 1) - _epoch <= days:
        year += 1
    while _days_before_year(year) - _epoch > days:
        year -= 1
    day_of_year = day = days - (_days_before_year(year) - _epoch)
    month = 0
    for length in _month_lengths(year):
        if day < length:
            break
        day -= length
        month += 1
    return struct_time((year, month + 1, day + 1, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7,
                        day_of_year + 1, 0))


localtime = gmtime


def mktime(t):
    """Convert a time tuple in local time to seconds since the Epoch."""
    year, month = t[0] + (t[1] - 1) // 12, (t[1] - 1) % 12
    days = _days_before_year(year) - _epoch + sum(_month_lengths(year)[:month]) + t[2] - 1
    return float(days * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


def asctime(t=None):
    """Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'."""
    t = gmtime() if t is None else t
    return '%s %s %2d %02d:%02d:%02d %d' % (_days[t[6]][:3], _months[t[1] - 1][:3], t[2], t[3], t[4], t[5], t[0])


def ctime(seconds=None):
    """Convert a time in seconds since the Epoch to a string in local time."""
    return asctime(gmtime(seconds))


def _week(t, first):
    return (t[7] + 6 - (t[6] - first) % 7) // 7


def _iso(t):
    """ISO year and week."""
    year, week = t[0], (t[7] - (t[6] + 1) + 10) // 7
    if week < 1:
        year -= 1
        week = _iso_weeks(year)
    elif week > _iso_weeks(year):
        year, week = year + 1, 1
    return year, week


def _iso_weeks(year):
    first = _days_before_year(year) % 7
    return 53 if first == 3 or (first == 2 and _leap(year)) else 52


_directives = {
    'a': lambda t: _days[t[6]][:3], 'A': lambda t: _days[t[6]], 'b': lambda t: _months[t[1] - 1][:3],
    'h': lambda t: _months[t[1] - 1][:3], 'B': lambda t: _months[t[1] - 1], 'c': lambda t: asctime(t),
    'd': lambda t: f'{t[2]:02}', 'e': lambda t: f'{t[2]:2}', 'H': lambda t: f'{t[3]:02}',
    'I': lambda t: f'{(t[3] + 11) % 12 + 1:02}', 'j': lambda t: f'{t[7]:03}', 'm': lambda t: f'{t[1]:02}',
    'M': lambda t: f'{t[4]:02}', 'p': lambda t: 'AM' if t[3] < 12 else 'PM', 'S': lambda t: f'{t[5]:02}',
    'U': lambda t: f'{_week(t, 6):02}', 'W': lambda t: f'{_week(t, 0):02}', 'w': lambda t: str((t[6] + 1) % 7),
    'u': lambda t: str(t[6] + 1), 'x': lambda t: f'{t[1]:02}/{t[2]:02}/{t[0] % 100:02}',
    'X': lambda t: f'{t[3]:02}:{t[4]:02}:{t[5]:02}', 'T': lambda t: f'{t[3]:02}:{t[4]:02}:{t[5]:02}',
    'R': lambda t: f'{t[3]:02}:{t[4]:02}', 'D': lambda t: f'{t[1]:02}/{t[2]:02}/{t[0] % 100:02}',
    'F': lambda t: f'{t[0]}-{t[1]:02}-{t[2]:02}', 'y': lambda t: f'{t[0] % 100:02}', 'Y': lambda t: str(t[0]),
    'C': lambda t: f'{t[0] // 100:02}', 'G': lambda t: str(_iso(t)[0]), 'V': lambda t: f'{_iso(t)[1]:02}',
    'g': lambda t: f'{_iso(t)[0] % 100:02}', 'Z': lambda t: 'UTC', 'z': lambda t: '+0000', 'n': lambda t: '\n',
    'k': lambda t: f'{t[3]:2}', 'l': lambda t: f'{(t[3] + 11) % 12 + 1:2}', 'P': lambda t: 'am' if t[3] < 12 else 'pm',
    't': lambda t: '\t', '%': lambda t: '%', 's': lambda t: str(int(mktime(t))),
    'r': lambda t: f'{(t[3] + 11) % 12 + 1:02}:{t[4]:02}:{t[5]:02} ' + ('AM' if t[3] < 12 else 'PM'),
}


def strftime(format, t=None):
    """Convert a time tuple to a string according to a format specification."""
    t = gmtime() if t is None else t
    out = []
    i = 0
    while i < len(format):
        start = i
        i += 1
        if format[start] == '%':
            while format[i:i + 1] in tuple('_-0^#'):
                i += 1
            flags, width = format[start + 1:i], ''
            while format[i:i + 1].isdigit():
                width += format[i]
                i += 1
            i += format[i:i + 1] in ('E', 'O') and format[i + 1:i + 2] in _directives
            make = _directives.get(format[i:i + 1])
            i += 1
            if make is not None:
                out.append(_flagged(make(t), flags, width, format[i - 1]))
                continue
        out.append(format[start:i])
    return ''.join(out)


def _flagged(text, flags, width, directive):
    """What the C library's flags between '%' and the directive make of its text: padding, case, width."""
    is_number = text.strip().isdigit()
    if is_number and flags:
        bare = text.strip().lstrip('0') or '0'
        text = bare if '-' in flags else bare.rjust(len(text)) if '_' in flags else \
            bare.rjust(len(text), '0') if '0' in flags else text
    if width:
        text = text.rjust(int(width), '0' if '0' in flags or is_number and not set(flags) & set('_-') else ' ')
    return text.upper() if '^' in flags else text if '#' not in flags else \
        text.lower() if directive in 'pZ' else text.upper()


def strptime(string, format='%a %b %d %H:%M:%S %Y'):
    """Parse a string to a time tuple according to a format specification."""
    from _strptime import parse
    return struct_time(parse(string, format)[:9])


def get_clock_info(name):
    from types import SimpleNamespace
    return SimpleNamespace(adjustable=False, implementation='steps', monotonic=True, resolution=1e-07)
