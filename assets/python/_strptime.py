"""Reading times by a format: the format becomes a regular expression, whose groups are the parts of the time."""
import re
from datetime import date

_days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
_months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
           'december']


def _words(directive, names):
    return f'(?P<{directive}>{"|".join(sorted(names, key=len, reverse=True))})'


_patterns = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])', 'f': r'(?P<f>[0-9]{1,6})', 'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])', 'G': r'(?P<G>\d\d\d\d)', 'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])', 'M': r'(?P<M>[0-5]\d|\d)',
    'S': r'(?P<S>6[0-1]|[0-5]\d|\d)', 'U': r'(?P<U>5[0-3]|[0-4]\d|\d)', 'W': r'(?P<W>5[0-3]|[0-4]\d|\d)',
    'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)', 'w': r'(?P<w>[0-6])', 'u': r'(?P<u>[1-7])', 'y': r'(?P<y>\d\d)',
    'Y': r'(?P<Y>\d\d\d\d)', 'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))', '%': '%',
    'A': _words('A', _days), 'a': _words('a', [day[:3] for day in _days]), 'B': _words('B', _months),
    'b': _words('b', [month[:3] for month in _months]), 'p': _words('p', ['am', 'pm']),
    'Z': _words('Z', ['utc', 'gmt']),
}
_shorts = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}


def _pattern(format):
    """The format as a regular expression."""
    rest = re.sub(r'\s+', r'\\s+', re.sub(r'([\\.^$*+?\(\){}\[\]|])', r'\\\1', format))
    made = ''
    while '%' in rest:
        at = rest.index('%') + 1
        if at == len(rest):
            raise ValueError("stray %% in format '%s'" % format)
        directive = rest[at]
        if directive in _shorts:
            part = _pattern(_shorts[directive])
        elif directive in _patterns:
            part = _patterns[directive]
        else:
            shown = '%' if directive == '\\' else directive
            raise ValueError("'%s' is a bad directive in format '%s'" % (shown, format))
        made += rest[:at - 1] + part
        rest = rest[at + 1:]
    return made + rest


def _zone(text):
    """Seconds east of UTC."""
    if text == 'Z':
        return 0
    if text[3] == ':':
        text = text[:3] + text[4:]
        if len(text) > 5:
            if text[5] != ':':
                raise ValueError(f'Inconsistent use of : in {text[:3]}:{text[3:]}')
            text = text[:5] + text[6:]
    seconds = int(text[1:3]) * 3600 + int(text[3:5]) * 60 + int(text[5:7] or 0)
    return -seconds if text[0] == '-' else seconds


def _day_of_week_of_year(year, week, weekday, starts_monday):
    """The day of the year: by %U weeks start on Sunday, by %W on Monday; days before the first such are in week 0."""
    first = date(year, 1, 1).weekday()
    if not starts_monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


def _day_of_iso_week(year, week, weekday):
    """The year and the day in it of an ISO week."""
    ordinal = week * 7 + weekday - date(year, 1, 4).isoweekday() - 3
    if ordinal < 1:
        ordinal += date(year, 1, 1).toordinal()
        year -= 1
        ordinal -= date(year, 1, 1).toordinal()
    return year, ordinal


def _check_weeks(year, iso_year, iso_week, weekday, yearday):
    needed = " and a weekday directive ('%A', '%a', '%w', or '%u')."
    if year is None and iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V'" + needed)
        if yearday is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
    elif iso_week is not None:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G'" + needed)
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _weekday(got):
    if 'A' in got:
        return _days.index(got['A'].lower())
    if 'a' in got:
        return [day[:3] for day in _days].index(got['a'].lower())
    if 'w' in got:
        return (int(got['w']) - 1) % 7
    return int(got['u']) - 1 if 'u' in got else None


def _year(got):
    if 'y' in got:
        return int(got['y']) + (2000 if int(got['y']) <= 68 else 1900)
    return int(got['Y']) if 'Y' in got else None


def _month(got):
    if 'B' in got:
        return _months.index(got['B'].lower()) + 1
    if 'b' in got:
        return [month[:3] for month in _months].index(got['b'].lower()) + 1
    return int(got.get('m', 1))


def _hour(got):
    if 'I' not in got:
        return int(got.get('H', 0))
    return int(got['I']) % 12 + (12 if got.get('p', '').lower() == 'pm' else 0)


def parse(string, format):
    """(year, month, day, hour, minute, second, weekday, day of year, 0 for UTC or -1, microseconds, offset)"""
    found = re.match(_pattern(format), string, re.IGNORECASE)
    if not found:
        raise ValueError(f'time data {string!r} does not match format {format!r}')
    if found.end() != len(string):
        raise ValueError(f'unconverted data remains: {string[found.end():]}')
    got = {name: text for name, text in found.groupdict().items() if text is not None}
    year, month, day, weekday = _year(got), _month(got), int(got.get('d', 1)), _weekday(got)
    yearday = int(got['j']) if 'j' in got else None
    iso_year, iso_week = (int(got[name]) if name in got else None for name in 'GV')
    _check_weeks(year, iso_year, iso_week, weekday, yearday)
    is_leap_day = year is None and month == 2 and day == 29
    year = year if year is not None else 1904 if is_leap_day else 1900
    if yearday is None and weekday is not None:
        if 'U' in got or 'W' in got:
            yearday = _day_of_week_of_year(year, int(got.get('U', got.get('W'))), weekday, 'U' not in got)
        elif iso_year is not None and iso_week is not None:
            year, yearday = _day_of_iso_week(iso_year, iso_week, weekday + 1)
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += date(year, 12, 31).timetuple().tm_yday
    if yearday is None:
        yearday = date(year, month, day).toordinal() - date(year, 1, 1).toordinal() + 1
    else:
        moment = date.fromordinal(yearday - 1 + date(year, 1, 1).toordinal())
        year, month, day = moment.year, moment.month, moment.day
    if weekday is None:
        weekday = date(year, month, day).weekday()
    return (1900 if is_leap_day else year, month, day, _hour(got), int(got.get('M', 0)), int(got.get('S', 0)), weekday,
            yearday, 0 if 'Z' in got else -1, int(got.get('f', '0').ljust(6, '0')),
            _zone(got['z']) if 'z' in got else None)
