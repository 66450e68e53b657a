# Dates, times, durations and zones: arithmetic, comparison, texts, errors.
from datetime import date, datetime, time, timedelta, timezone, UTC, tzinfo, MINYEAR, MAXYEAR
import datetime as module
import copy


def tried(*actions):
    for action in actions:
        try:
            print(repr(action()))
        except Exception as e:
            print(type(e).__name__, e)


d, e = date(2024, 2, 29), date(2023, 12, 31)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isocalendar(), d.ctime())
print(d - e, d + timedelta(366), timedelta(1) + d, d - timedelta(days=60), d > e, d == date(2024, 2, 29), hash(d) == hash(date(2024, 2, 29)))
print([date(y, 1, 1).isocalendar()[:2] for y in range(2015, 2027)], date.fromordinal(730000), date.min, date.max, date.resolution)
print(date.fromisoformat('2024-03-01'), date.fromisoformat('20240301'), date.fromisoformat('2024-W09-5'), date.fromisocalendar(2020, 53, 7), date.fromtimestamp(0))
print(d.strftime('%A %d %B %Y %j %U %W %y %a %b %% %m/%d'), f'{d:%d.%m.%Y}', f'{d}', d.replace(year=2020), d.timetuple())
print(sorted([d, e, date(2024, 1, 1)]), max(d, e), {d: 1}[date(2024, 2, 29)], type(d), isinstance(datetime(1, 1, 1), date))
tried(lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2023, 13, 1), lambda: date('2023', 1, 1), lambda: date(2023), lambda: date(),
      lambda: d + 1, lambda: d < 5, lambda: d < datetime(2024, 1, 1), lambda: d - 'x', lambda: date.max + timedelta(1), lambda: d == 5,
      lambda: date.fromisoformat('2024-1-1'), lambda: date.fromisoformat('nonsense'), lambda: date.fromisoformat(5), lambda: 1 + d, lambda: d + d)

t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t), +t, t * 2, 3 * t, t * 1.5, t / 2, t / timedelta(hours=1), t // timedelta(hours=1), t // 7, t % timedelta(hours=1), divmod(t, timedelta(hours=5)))
print(timedelta(), repr(timedelta()), timedelta(weeks=1), timedelta(seconds=-1), repr(timedelta(seconds=-1)), timedelta(0.5), timedelta(seconds=1.0000005), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(hours=-30), timedelta(-1), bool(timedelta()), timedelta(1) < timedelta(2), timedelta(1) == timedelta(hours=24), t / 3.7)
print(timedelta.min, timedelta.max, timedelta.resolution, hash(t) == hash(timedelta(1, 7384, 5006)), sum([timedelta(1), timedelta(2)], timedelta()), timedelta(microseconds=5) / 2, timedelta(microseconds=7) / 2, -timedelta(microseconds=5) / 2, timedelta(microseconds=5) / -2)
tried(lambda: timedelta('1'), lambda: timedelta(10**9), lambda: t + 1, lambda: t / 0, lambda: t < 1, lambda: t * 'x', lambda: t == 1, lambda: t // 0, lambda: t / timedelta(), lambda: 5 / t)

a = datetime(2024, 2, 29, 13, 5, 9, 12)
b = datetime(2024, 3, 1)
print(a, repr(a), b, repr(b), b - a, a + timedelta(hours=11), a - timedelta(days=1), a.date(), a.time(), a.hour, a.minute, a.second, a.microsecond, a.tzinfo, a.fold)
print(a < b, a == b, a.isoformat(), a.isoformat(' '), a.isoformat(timespec='minutes'), a.isoformat(timespec='milliseconds'), b.isoformat(), a.ctime(), a.weekday(), a.toordinal(), a.timestamp(), a.replace(hour=1, microsecond=0), repr(a.replace(second=0, microsecond=0)))
print(a.strftime('%Y-%m-%d %H:%M:%S.%f %I %p %c|%x|%X|%z|%Z|'), f'{a:%H:%M}', '{:%B %d}'.format(b), datetime.strptime('2021-03-04 05:06:07', '%Y-%m-%d %H:%M:%S'), repr(datetime.strptime('4 Mar 21 11PM +0230', '%d %b %y %I%p %z')), repr(datetime.strptime('12:30:15.25', '%H:%M:%S.%f')))
for text in ('2024-02-29', '2024-02-29T12', '2024-02-29 12:30', '2024-02-29T12:30:15', '20240229T123015', '2024-02-29T12:30:15.123', '2024-02-29T12:30:15,123456', '2024-02-29T12:30:15Z', '2024-02-29T12:30:15+05:30', '2024-02-29T12:30:15.5-08:00', '2024-W09-4T10:00', '2024-W09', '2024-02-29T', '2024-02-29T25:00', 'x', '2024-02-29T1:00'):
    tried(lambda: datetime.fromisoformat(text))
print(datetime.combine(d, time(1, 2)), datetime.min, datetime.max, datetime.utcfromtimestamp(1e9), datetime.fromtimestamp(1.5, UTC), hash(a) == hash(copy.copy(a)), copy.deepcopy([a, d, t]) == [a, d, t], a.timetuple(), a.isocalendar())
tried(lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 0, 60), lambda: datetime(2024, 1, 1, 0, 0, 60), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: datetime(2024, 1), lambda: a + 1, lambda: a < 5, lambda: a < d, lambda: a == d, lambda: a - d, lambda: a + a,
      lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2020 1', '%Y'), lambda: datetime.strptime('2021-02-30', '%Y-%m-%d'), lambda: a.isoformat(timespec='x'), lambda: datetime.strptime(5, '%Y'), lambda: datetime.max + timedelta(1))

z = timezone(timedelta(hours=5, minutes=30))
n = timezone(timedelta(hours=-8), 'PST')
print(z, repr(z), n, repr(n), UTC, repr(UTC), timezone.utc is UTC, z == timezone(timedelta(minutes=330)), timezone(timedelta(0)) is UTC, repr(timezone.max), z.utcoffset(None), n.tzname(None), UTC.dst(None), timezone(timedelta(seconds=3601)))
u = datetime(2024, 2, 29, 12, tzinfo=UTC)
print(u, repr(u), u.astimezone(z), u.astimezone(n), repr(u.astimezone(n)), u == u.astimezone(z), u - u.astimezone(n), hash(u) == hash(u.astimezone(z)), u.utcoffset(), u.tzname(), u.dst(), u.strftime('%z %Z'), u.astimezone(z).strftime('%H:%M %z'), u.timestamp(), u == a, u.utctimetuple(), u.timetz())
tried(lambda: u < a, lambda: u - a, lambda: timezone(timedelta(days=1)), lambda: timezone(5), lambda: timezone(timedelta(1), 5), lambda: tzinfo().utcoffset(None))


class Paris(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1) + self.dst(dt)
    def dst(self, dt): return timedelta(hours=1) if 3 < dt.month < 10 else timedelta(0)
    def tzname(self, dt): return 'CEST' if self.dst(dt) else 'CET'


p = Paris()
print(datetime(2024, 7, 1, 12, tzinfo=p), datetime(2024, 1, 1, 12, tzinfo=p).tzname(), datetime(2024, 7, 1, 12, tzinfo=UTC).astimezone(p), datetime(2024, 7, 1, 12, tzinfo=p).timetuple().tm_isdst)

s = time(9, 5)
print(s, repr(s), time(9, 5, 7, 8), repr(time(9, 5, 7, 8)), repr(time(1)), time(1, tzinfo=z), s < time(10), s == time(9, 5), s.isoformat('seconds'), s.strftime('%H h %M'), f'{s:%I:%M %p}', time.fromisoformat('04:23:01'), time.fromisoformat('T0423'), time.fromisoformat('04:23:01.5+02:00'), time.min, time.max, s.replace(minute=30), bool(time(0)), hash(s) == hash(time(9, 5)), time(1, fold=1))
tried(lambda: time(24), lambda: s < 5, lambda: s + timedelta(1), lambda: s < time(1, tzinfo=z), lambda: s == time(1, tzinfo=z), lambda: time.fromisoformat('x'))


class Day(date):
    def next(self): return self + timedelta(1)


print(repr(Day(2024, 1, 31).next()), type(Day(2024, 1, 1) + timedelta(1)).__name__, MINYEAR, MAXYEAR, datetime.now() > datetime(2000, 1, 1), date.today() >= date(2000, 1, 1), datetime.now(UTC).tzinfo, type(datetime.now() - datetime.now()).__name__)
