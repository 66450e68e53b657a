"""Dates, times, and the time between them, as the proleptic Gregorian calendar has them."""
import time as _time
from operator import index as _index

import _datetime_text as _text

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

MINYEAR = 1
MAXYEAR = 9999
_SECOND = 1000000
_DAY = 86400 * _SECOND
_names = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
          'December')
_day_names = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year, month):
    return (31, 28 + _leap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _before_month(year, month):
    return (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[month - 1] + (month > 2 and _leap(year))


def _ordinal(year, month, day):
    """Days since the day before 1 January of the year 1."""
    return _before_year(year) + _before_month(year, month) + day


def _from_ordinal(n):
    year = max((n - 1) // 366 + 1, 1)
    year += (n - 1 - _before_year(year)) // 366
    while _before_year(year + 1) < n:
        year += 1
    n -= _before_year(year)
    month = 12
    while _before_month(year, month) >= n:
        month -= 1
    return year, month, n - _before_month(year, month)


def _first_monday(year):
    """The ordinal of the Monday that starts ISO week 1."""
    fourth = _ordinal(year, 1, 4)
    return fourth - (fourth + 6) % 7


def _from_iso_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    last = (_first_monday(year + 1) - _first_monday(year)) // 7
    if not 1 <= week <= last:
        raise ValueError(f'Invalid week: {week}')
    if not 1 <= day <= 7:
        raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
    return _from_ordinal(_first_monday(year) + (week - 1) * 7 + day - 1)


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _month_length(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, micro, fold, tz):
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= micro <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(tz)}'")


def _required(value, name, position):
    if value is _missing:
        raise TypeError(f"function missing required argument '{name}' (pos {position})")
    return _index(value)


_missing = object()


def _type_name(value):
    kind = type(value)
    return f'datetime.{kind.__name__}' if kind.__module__ == 'datetime' else kind.__name__


def _refuse(a, sign, b):
    """NotImplemented; for values that certainly know no answer, the error with the names that these types have in C."""
    kind = type(b)
    if kind.__module__ not in ('builtins', 'datetime'):
        return NotImplemented
    if sign in '<=>=':
        raise TypeError(f"'{sign}' not supported between instances of '{_type_name(a)}' and '{_type_name(b)}'")
    raise TypeError(f"unsupported operand type(s) for {sign}: '{_type_name(a)}' and '{_type_name(b)}'")


def _half_even(a, b):
    """a / b to the nearest integer."""
    q, r = divmod(a, b) if b > 0 else divmod(-a, -b)
    left = 2 * r - abs(b)
    return q + 1 if left > 0 or left == 0 and q % 2 else q


def _ordered(key):
    """The four comparisons of a class whose values compare by key(self, other, sign)."""
    def less(self, other):
        found = key(self, other, '<')
        return found if found is NotImplemented else found[0] < found[1]

    def less_equal(self, other):
        found = key(self, other, '<=')
        return found if found is NotImplemented else found[0] <= found[1]

    def greater(self, other):
        found = key(self, other, '>')
        return found if found is NotImplemented else found[0] > found[1]

    def greater_equal(self, other):
        found = key(self, other, '>=')
        return found if found is NotImplemented else found[0] >= found[1]

    return less, less_equal, greater, greater_equal


class timedelta:
    """Difference between two datetime values."""

    _tp_size = 40
    _tp_gc = False
    _tp_name = 'datetime.timedelta'

    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, left = 0, 0.0
        for value, unit, name in ((microseconds, 1, 'microseconds'), (milliseconds, 1000, 'milliseconds'),
                                  (seconds, _SECOND, 'seconds'), (minutes, 60 * _SECOND, 'minutes'),
                                  (hours, 3600 * _SECOND, 'hours'), (days, _DAY, 'days'), (weeks, 7 * _DAY, 'weeks')):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                part = (value - whole) * unit
                total += whole * unit + int(part)
                left += part - int(part)
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {_type_name(value)}')
        if left:
            n, d = left.as_integer_ratio()
            total = _half_even(total * d + n, d)
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        """The one of so many microseconds."""
        self = object.__new__(cls)
        self._days, rest = divmod(total, _DAY)
        if not -999999999 <= self._days <= 999999999:
            raise OverflowError(f'days={self._days}; must have magnitude <= 999999999')
        self._seconds, self._microseconds = divmod(rest, _SECOND)
        return self

    def _total(self):
        return self._days * _DAY + self._seconds * _SECOND + self._microseconds

    days = property(lambda self: self._days, doc='Number of days.')
    seconds = property(lambda self: self._seconds, doc='Number of seconds (>= 0 and less than 1 day).')
    microseconds = property(lambda self: self._microseconds,
                            doc='Number of microseconds (>= 0 and less than 1 second).')

    def total_seconds(self):
        """Total seconds in the duration."""
        return self._total() / _SECOND

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (('days', self._days), ('seconds', self._seconds),
                                                       ('microseconds', self._microseconds)) if value]
        return f'{_type_name(self)}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f'{minutes // 60}:{minutes % 60:02}:{seconds:02}'
        if self._days:
            text = f'{self._days} day{"" if abs(self._days) == 1 else "s"}, {text}'
        return f'{text}.{self._microseconds:06}' if self._microseconds else text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented if isinstance(other, date) else _refuse(self, '+', other)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return _refuse(self, '-', other)

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._of(_half_even(self._total() * n, d))
        return self._refuse_sequence(other) or _refuse(self, '*', other)

    def _refuse_sequence(self, other):
        if isinstance(other, (str, bytes, list, tuple)):
            raise TypeError("can't multiply sequence by non-int of type 'datetime.timedelta'")

    def __rmul__(self, other):
        return self * other

    def __rtruediv__(self, other):
        return _refuse(other, '/', self) if type(other) in (int, float) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_half_even(self._total(), other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._of(_half_even(self._total() * d, n))
        return _refuse(self, '/', other)

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other) if isinstance(other, int) else _refuse(self, '//', other)

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return _refuse(self, '%', other)
        return timedelta._of(self._total() % other._total())

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return _refuse(self, 'divmod()', other)
        q, r = divmod(self._total(), other._total())
        return q, timedelta._of(r)

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __bool__(self):
        return self._total() != 0

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def _keys(self, other, sign):
        return (self._total(), other._total()) if isinstance(other, timedelta) else _refuse(self, sign, other)

    __lt__, __le__, __gt__, __ge__ = _ordered(_keys)

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


class IsoCalendarDate(tuple):
    """The result of date.isocalendar() or datetime.isocalendar()"""

    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


class date:
    """date(year, month, day) --> date object"""

    _tp_size = 32
    _tp_gc = False
    _tp_name = 'datetime.date'

    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year=_missing, month=_missing, day=_missing):
        year, month, day = _required(year, 'year', 1), _required(month, 'month', 2), _required(day, 'day', 3)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        """Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        """Create a date from a POSIX timestamp."""
        return cls(*_time.gmtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, n):
        """int -> date corresponding to a proleptic Gregorian ordinal."""
        n = _index(n)
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > 3652059:
            raise ValueError(f'year {_from_ordinal(n)[0]} is out of range')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        """str -> Construct a date from a string in ISO 8601 format."""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*_iso_date(text, text))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """int, int, int -> Construct a date from the ISO year, week number and weekday."""
        return cls(*_from_iso_week(_index(year), _index(week), _index(day)))

    def replace(self, year=None, month=None, day=None):
        """Return date with new specified fields."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def toordinal(self):
        """Return proleptic ordinal.  January 1 of year 1 is day 1."""
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        """Return the day of the week represented by the date.  Monday == 0 ... Sunday == 6"""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Return the day of the week represented by the date.  Monday == 1 ... Sunday == 7"""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """Return a named tuple containing ISO year, week number, and weekday."""
        n = self.toordinal()
        year = self._year + 1
        while n < _first_monday(year):
            year -= 1
        return IsoCalendarDate((year, (n - _first_monday(year)) // 7 + 1, self.isoweekday()))

    def _fields(self, hour=0, minute=0, second=0, dst=-1):
        return (self._year, self._month, self._day, hour, minute, second, self.weekday(),
                _before_month(self._year, self._month) + self._day, dst)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        return _time.struct_time(self._fields())

    def ctime(self):
        """Return ctime() style string."""
        return f'{_day_names[self.weekday()]} {_names[self._month - 1][:3]} {self._day:2} 00:00:00 {self._year:04}'

    def strftime(self, format):
        """format -> strftime() style string."""
        return _text.format_time(format, self._fields(), 0, None, None)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(spec).__name__}')
        return self.strftime(spec) if spec else str(self)

    def isoformat(self):
        """Return string in ISO 8601 format, YYYY-MM-DD."""
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f'{_type_name(self)}({self._year}, {self._month}, {self._day})'

    def _moved(self, delta, sign):
        n = self.toordinal() + sign * delta._days
        if not 1 <= n <= 3652059:
            raise OverflowError('date value out of range')
        return type(self)(*_from_ordinal(n))

    def __add__(self, other):
        return self._moved(other, 1) if isinstance(other, timedelta) else _refuse(self, '+', other)

    def __radd__(self, other):
        return self._moved(other, 1) if isinstance(other, timedelta) else _refuse(other, '+', self)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(other, -1)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return _refuse(self, '-', other)

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._state() == other._state()
        return NotImplemented

    def _keys(self, other, sign):
        if isinstance(other, datetime):
            raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")
        return (self._state(), other._state()) if isinstance(other, date) else _refuse(self, sign, other)

    __lt__, __le__, __gt__, __ge__ = _ordered(_keys)

    def _state(self):
        return bytes((self._year // 256, self._year % 256, self._month, self._day))

    def __hash__(self):
        return hash(self._state())

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _iso_date(text, whole):
    try:
        year, second, third, weeks = _text.read_date(text)
    except ValueError:
        raise ValueError(f'Invalid isoformat string: {whole!r}') from None
    return _from_iso_week(year, second, third) if weeks else (year, second, third)


def _iso_time(text, whole):
    try:
        clock, offset = _text.read_time(text)
    except ValueError:
        raise ValueError(f'Invalid isoformat string: {whole!r}') from None
    zone = None if offset is None else UTC if offset == 0 else timezone(timedelta(microseconds=offset))
    return (*clock, zone)


class tzinfo:
    """Abstract base class for time zone info objects."""

    _tp_size = 16
    _tp_gc = False
    _tp_name = 'datetime.tzinfo'

    __slots__ = ()

    def tzname(self, dt):
        """datetime -> string name of time zone."""
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        """datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"""
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        """datetime -> DST offset as timedelta positive east of UTC."""
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        """datetime in UTC -> datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset, saved = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        if saved is None:
            raise ValueError('fromutc: non-None dst() result required')
        dt += offset - saved
        return dt + dt.dst()


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    _tp_size = 32
    _tp_gc = False
    _tp_name = 'datetime.timezone'

    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {_type_name(offset)}')
        if name is not None and not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {_type_name(name)}')
        if not -_DAY < offset._total() < _DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        if name is None and not offset and 'utc' in cls.__dict__:
            return cls.utc
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + (_text.offset_text(self._offset._total()) if self._offset else '')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime instance')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'{_type_name(self)}({self._offset!r}{name})'

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __reduce__(self):
        return self.__class__, (self._offset,) if self._name is None else (self._offset, self._name)


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class _Zoned:
    """What times and datetimes share: the fields of the clock and what the time zone says of them."""

    _tp_gc = False
    __slots__ = ()
    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self._zone_argument())

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return None if self._tzinfo is None else self._tzinfo.dst(self._zone_argument())

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return None if self._tzinfo is None else self._tzinfo.tzname(self._zone_argument())

    def _set_clock(self, hour, minute, second, micro, tz, fold):
        hour, minute, second, micro = _index(hour), _index(minute), _index(second), _index(micro)
        _check_time(hour, minute, second, micro, fold, tz)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, micro
        self._tzinfo, self._fold = tz, fold

    def _offset_text(self):
        offset = self.utcoffset()
        return '' if offset is None else _text.offset_text(offset._total())

    def _clock(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * _SECOND + self._microsecond

    def _repr_end(self):
        """What repr shows after the first fields."""
        text = f', {self._second}, {self._microsecond}' if self._microsecond else \
            f', {self._second}' if self._second else ''
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        return text + (', fold=1)' if self._fold else ')')

    def _clock_state(self):
        micro = self._microsecond
        return bytes((self._hour, self._minute, self._second, micro // 65536, micro // 256 % 256, micro % 256))

    def _replaced_clock(self, hour, minute, second, microsecond, tzinfo, fold):
        return (self._hour if hour is None else hour, self._minute if minute is None else minute,
                self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                self._tzinfo if tzinfo is _missing else tzinfo, self._fold if fold is None else fold)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(spec).__name__}')
        return self.strftime(spec) if spec else str(self)


class time(_Zoned):
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object"""

    _tp_size = 40
    _tp_gc = False
    _tp_name = 'datetime.time'

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._set_clock(hour, minute, second, microsecond, tzinfo, fold)
        return self

    @classmethod
    def fromisoformat(cls, text):
        """string -> time from a string in ISO 8601 format"""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*_iso_time(text[1:] if text[:1] == 'T' else text, text))

    def _zone_argument(self):
        return None

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=_missing, *, fold=None):
        """Return time with new specified fields."""
        *fields, fold = self._replaced_clock(hour, minute, second, microsecond, tzinfo, fold)
        return type(self)(*fields, fold=fold)

    def isoformat(self, timespec='auto'):
        """Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."""
        clock = _text.clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return clock + self._offset_text()

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f'{_type_name(self)}({self._hour}, {self._minute}{self._repr_end()}'

    def strftime(self, format):
        """format -> strftime() style string."""
        offset = self.utcoffset()
        return _text.format_time(format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1),
                                 self._microsecond, None if offset is None else offset._total(), self.tzname())

    def _key(self):
        """Microseconds, less the offset; and whether there is one."""
        offset = self.utcoffset()
        return (self._clock(), False) if offset is None else (self._clock() - offset._total(), True)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def _keys(self, other, sign):
        if not isinstance(other, time):
            return _refuse(self, sign, other)
        a, b = self._key(), other._key()
        if a[1] != b[1]:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return a, b

    __lt__, __le__, __gt__, __ge__ = _ordered(_keys)

    def __add__(self, other):
        return _refuse(self, '+', other)

    def __sub__(self, other):
        return _refuse(self, '-', other)

    def __hash__(self):
        key, aware = self._key()
        if not aware or not self.utcoffset():
            return hash(self._clock_state())
        return hash(time.min.replace(microsecond=0)) if key == 0 else hash(key)

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(_Zoned, date):
    """datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])"""

    _tp_size = 48
    _tp_gc = False
    _tp_name = 'datetime.datetime'

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year=_missing, month=_missing, day=_missing, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None,
                *, fold=0):
        self = date.__new__(cls, year, month, day)
        self._set_clock(hour, minute, second, microsecond, tzinfo, fold)
        return self

    @classmethod
    def _of(cls, total, tz=None):
        """The one so many microseconds after the day before 1 January of the year 1."""
        days, rest = divmod(total, _DAY)
        if not 1 <= days <= 3652059:
            raise OverflowError('date value out of range')
        seconds, micro = divmod(rest, _SECOND)
        return cls(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro, tz)

    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """Return a new datetime representing UTC day and time."""
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """timestamp[, tz] -> tz's local time from POSIX timestamp."""
        if tz is not None and not isinstance(tz, _tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(tz)}'")
        n, d = timestamp.as_integer_ratio()
        found = cls._of(_ordinal(1970, 1, 1) * _DAY + _half_even(n * _SECOND, d), tz)
        return found if tz is None else tz.fromutc(found)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        """Construct a naive UTC datetime from a POSIX timestamp."""
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=_missing):
        """date, time -> datetime with same date and time fields"""
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond,
                   time._tzinfo if tzinfo is _missing else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, text):
        """string -> datetime from a string in most ISO 8601 formats"""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        at = _text.date_length(text)
        day = _iso_date(text[:at], text)
        return cls(*day, *_iso_time(text[at + 1:], text)) if text[at:] else cls(*day)

    @classmethod
    def strptime(cls, text, format):
        """string, format -> new datetime parsed from a string (like time.strptime())."""
        for position, value in ((1, text), (2, format)):
            if not isinstance(value, str):
                raise TypeError(f'strptime() argument {position} must be str, not {type(value).__name__}')
        from _strptime import parse
        got = parse(text, format)
        zone = None if got[10] is None else timezone(timedelta(seconds=got[10]))
        return cls(*got[:6], got[9], zone)

    def _zone_argument(self):
        return self

    def _total(self):
        return date.toordinal(self) * _DAY + self._clock()

    def timestamp(self):
        """Return POSIX timestamp as float."""
        offset = self.utcoffset()
        return (self._total() - (offset._total() if offset else 0) - _ordinal(1970, 1, 1) * _DAY) / _SECOND

    def date(self):
        """Return date object with same year, month and day."""
        return date(self._year, self._month, self._day)

    def time(self):
        """Return time object with same time but with tzinfo=None."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """Return time object with same time and tzinfo."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=_missing, *, fold=None):
        """Return datetime with new specified fields."""
        *clock, fold = self._replaced_clock(hour, minute, second, microsecond, tzinfo, fold)
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, *clock, fold=fold)

    def astimezone(self, tz=None):
        """tz -> convert to local time in new timezone tz"""
        if tz is None:
            tz = UTC
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        utc = self.replace(tzinfo=tz) - (offset or timedelta(0))
        return tz.fromutc(utc)

    def _fields(self, *unused):
        saved = self.dst()
        return date._fields(self, self._hour, self._minute, self._second, -1 if saved is None else int(bool(saved)))

    def utctimetuple(self):
        """Return UTC time tuple, compatible with time.localtime()."""
        offset = self.utcoffset()
        moved = self - offset if offset else self
        return _time.struct_time((*moved._fields()[:8], 0))

    def ctime(self):
        """Return ctime() style string."""
        return date.ctime(self).replace('00:00:00', _text.clock_text(self._hour, self._minute, self._second, 0))

    def strftime(self, format):
        """format -> strftime() style string."""
        offset = self.utcoffset()
        return _text.format_time(format, self._fields(), self._microsecond,
                                 None if offset is None else offset._total(), self.tzname())

    def isoformat(self, sep='T', timespec='auto'):
        """[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."""
        clock = _text.clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return date.isoformat(self) + sep + clock + self._offset_text()

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        return (f'{_type_name(self)}({self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}'
                + self._repr_end())

    def _moved(self, delta, sign):
        return type(self)._of(self._total() + sign * delta._total(), self._tzinfo)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(other, -1)
        if not isinstance(other, datetime):
            return _refuse(self, '-', other)
        return timedelta._of(self._instant(other, 'subtract') - other._instant(self, 'subtract'))

    def _instant(self, other, verb):
        """Microseconds to compare with the other's: as shown in the same zone, else in UTC."""
        if self._tzinfo is other._tzinfo:
            return self._total()
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError(f"can't {verb} offset-naive and offset-aware datetimes")
        return self._total() - (mine._total() if mine else 0)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._instant(other, 'compare') == other._instant(self, 'compare')

    def _keys(self, other, sign):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")
            return _refuse(self, sign, other)
        return self._instant(other, 'compare'), other._instant(self, 'compare')

    __lt__, __le__, __gt__, __ge__ = _ordered(_keys)

    def __hash__(self):
        offset = self.utcoffset()
        if offset is None:
            return hash(date._state(self) + self._clock_state())
        return hash(timedelta._of(self._total() - offset._total()))

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute, self._second,
                                self._microsecond, self._tzinfo)


_tzinfo = tzinfo
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
