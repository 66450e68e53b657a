"""Dates and times as text: ISO 8601 read and written, strftime's extra directives."""
import time as _time


def two(n):
    return f'{n:02}'


def offset_text(micro, colon=':'):
    """'+01:00' for an offset in microseconds; seconds and fractions only where there are some."""
    sign = '+' if micro >= 0 else '-'
    seconds, micro = divmod(abs(micro), 1000000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f'{sign}{hours:02}{colon}{minutes:02}'
    if seconds or micro:
        text += f'{colon}{seconds:02}'
    if micro:
        text += f'.{micro:06}'
    return text


_layouts = {
    'hours': lambda h, m, s, us: f'{h:02}',
    'minutes': lambda h, m, s, us: f'{h:02}:{m:02}',
    'seconds': lambda h, m, s, us: f'{h:02}:{m:02}:{s:02}',
    'milliseconds': lambda h, m, s, us: f'{h:02}:{m:02}:{s:02}.{us // 1000:03}',
    'microseconds': lambda h, m, s, us: f'{h:02}:{m:02}:{s:02}.{us:06}',
}


def clock_text(hour, minute, second, micro, timespec='auto'):
    if timespec == 'auto':
        timespec = 'microseconds' if micro else 'seconds'
    layout = _layouts.get(timespec)
    if layout is None:
        raise ValueError('Unknown timespec value')
    return layout(hour, minute, second, micro)


def format_time(format, fields, micro, offset, name):
    """strftime with %f, %z and %Z, which only dates with a zone know."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        kind = format[i + 1:i + 2] if c == '%' else ''
        i += 2 if kind else 1
        if kind == 'f':
            out.append(f'{micro:06}')
        elif kind == 'z':
            out.append('' if offset is None else offset_text(offset, ''))
        elif kind == 'Z':
            out.append((name or '').replace('%', '%%'))
        else:
            out.append(c + kind)
    return _time.strftime(''.join(out), fields)


def _digits(text):
    if not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def read_date(text):
    """(year, month, day) of YYYY-MM-DD or YYYYMMDD; (year, week, weekday, True) of the forms with a W."""
    year = _digits(text[:4])
    rest = text[4:]
    dashed = rest[:1] == '-'
    if dashed:
        rest = rest[1:]
    if rest[:1] == 'W':
        week, rest = _digits(rest[1:3]) if len(rest) >= 3 else _digits(''), rest[3:]
        if not rest:
            return year, week, 1, True
        if dashed != (rest[0] == '-') or len(rest) != 1 + dashed:
            raise ValueError
        return year, week, _digits(rest[-1]), True
    if len(rest) != 4 + dashed or dashed and rest[2] != '-':
        raise ValueError
    return year, _digits(rest[:2]), _digits(rest[-2:]), False


def _read_clock(text):
    """[hour, minute, second, microsecond]"""
    parts = [0, 0, 0, 0]
    whole, mark, fraction = text.replace(',', '.').partition('.')
    if ':' in whole:
        pieces = whole.split(':')
    else:
        pieces = [whole[i:i + 2] for i in range(0, len(whole), 2)]
    if not 1 <= len(pieces) <= 3 or mark and len(pieces) != 3:
        raise ValueError
    for i, piece in enumerate(pieces):
        if len(piece) != 2:
            raise ValueError
        parts[i] = _digits(piece)
    if mark:
        _digits(fraction)
        parts[3] = int(fraction[:6].ljust(6, '0'))
    return parts


def read_time(text):
    """([hour, minute, second, microsecond], offset in microseconds or None)"""
    for sign, at in (('Z', text.find('Z')), ('+', text.find('+')), ('-', text.find('-'))):
        if at < 0:
            continue
        clock, zone = _read_clock(text[:at]), text[at + 1:]
        if sign == 'Z':
            if zone:
                raise ValueError
            return clock, 0
        h, m, s, micro = _read_clock(zone)
        offset = ((h * 60 + m) * 60 + s) * 1000000 + micro
        return clock, -offset if sign == '-' else offset
    return _read_clock(text), None


def date_length(text):
    """How many characters of a date and time are the date's."""
    if text[4:5] == '-':
        if text[5:6] != 'W':
            return 10
        return 10 if text[8:9] == '-' and text[9:10].isdigit() else 8
    if text[4:5] != 'W':
        return 8
    return 8 if text[7:8].isdigit() and not text[8:9].isdigit() else 7
