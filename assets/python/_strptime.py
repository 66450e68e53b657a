"""Reading times by a format."""
_days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
_months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
           'december']
_widths = {'d': 2, 'H': 2, 'I': 2, 'm': 2, 'M': 2, 'S': 2, 'y': 2, 'Y': 4, 'j': 3, 'w': 1, 'u': 1, 'U': 2, 'W': 2,
           'f': 6}
_ranges = {'d': (1, 31), 'H': (0, 23), 'I': (1, 12), 'm': (1, 12), 'M': (0, 59), 'S': (0, 61), 'j': (1, 366)}
_shorts = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'T': '%H:%M:%S', 'R': '%H:%M',
           'D': '%m/%d/%y',
           'F': '%Y-%m-%d'}


def _number(string, at, kind):
    end = at
    while end < len(string) and end - at < _widths[kind] and string[end].isdigit():
        end += 1
    if end == at or kind == 'Y' and end - at < 4 or kind == 'y' and end - at < 2:
        return None, at
    value = int(string[at:end])
    low, high = _ranges.get(kind, (0, 999999))
    while not low <= value <= high and end - at > 1:
        end -= 1
        value = int(string[at:end])
    return (value, end) if low <= value <= high else (None, at)


def _named(string, at, names, short):
    rest = string[at:].lower()
    for index, name in enumerate(names):
        shown = name[:3] if short else name
        if rest.startswith(shown):
            return index, at + len(shown)
    return None, at


def _zone(string, at):
    """Seconds east of UTC."""
    if string[at:at + 1] == 'Z':
        return 0, at + 1
    sign = {'+': 1, '-': -1}.get(string[at:at + 1])
    digits = string[at + 1:at + 3] + string[at + 3:at + 6].lstrip(':')[:2]
    if sign is None or len(digits) != 4 or not digits.isdigit():
        return None, at
    width = 6 if string[at + 3:at + 4] == ':' else 5
    return sign * (int(digits[:2]) * 3600 + int(digits[2:]) * 60), at + width


def _mismatch(string, format):
    raise ValueError(f'time data {string!r} does not match format {format!r}')


def parse(string, format):
    """(year, month, day, hour, minute, second, weekday, day of year, -1, microseconds, offset)"""
    full = format
    for short, long in _shorts.items():
        full = full.replace('%' + short, long)
    got = {}
    at = i = 0
    while i < len(full):
        c = full[i]
        i += 1
        if c.isspace():
            while at < len(string) and string[at].isspace():
                at += 1
            continue
        if c != '%':
            if string[at:at + 1].lower() != c.lower():
                _mismatch(string, format)
            at += 1
            continue
        if i == len(full):
            raise ValueError(f"stray %% in format '{format}'" .replace('%%', '%'))
        kind = full[i]
        i += 1
        start = at
        if kind in _widths:
            value, at = _number(string, at, kind)
            if kind == 'f' and value is not None:
                value *= 10 ** (6 - (at - start))
        elif kind in 'aA':
            value, at = _named(string, at, _days, kind == 'a')
        elif kind in 'bBh':
            value, at = _named(string, at, _months, kind != 'B')
        elif kind == 'p':
            value, at = _named(string, at, ['am', 'pm'], False)
        elif kind == 'z':
            value, at = _zone(string, at)
        elif kind == 'Z':
            value, at = _named(string, at, ['utc', 'gmt'], False)
        elif kind == '%':
            value = 0 if string[at:at + 1] == '%' else None
            at += 1
        else:
            raise ValueError(f"'{kind}' is a bad directive in format '{format}'")
        if value is None:
            _mismatch(string, format)
        got['b' if kind in 'bBh' else 'a' if kind in 'aA' else kind] = value
    if at < len(string):
        raise ValueError(f'unconverted data remains: {string[at:]}')
    return _assemble(got)


def _assemble(got):
    import datetime
    year = got.get('Y', 1900)
    if 'y' in got:
        year = got['y'] + (2000 if got['y'] < 69 else 1900)
    month = got['b'] + 1 if 'b' in got else got.get('m', 1)
    day = got.get('d', 1)
    if 'j' in got and 'm' not in got and 'b' not in got:
        date = datetime.date(year, 1, 1) + datetime.timedelta(got['j'] - 1)
        month, day = date.month, date.day
    hour = got.get('H', 0)
    if 'I' in got:
        hour = got['I'] % 12 + (12 if got.get('p') == 1 else 0)
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        raise ValueError('day is out of range for month') from None
    return (year, month, day, hour, got.get('M', 0), got.get('S', 0), date.weekday(),
            date.toordinal() - datetime.date(year, 1, 1).toordinal() + 1, -1, got.get('f', 0), got.get('z'))
