# strptime and strftime: every directive, weeks, flags and widths, and what they refuse.
import time, datetime
def t(s, f):
    for g in (lambda: datetime.datetime.strptime(s, f), lambda: time.strptime(s, f)):
        try: print(repr(g()))
        except Exception as e: print(type(e).__name__, e)
for s, f in [('2024 10 1', '%Y %U %w'), ('2024 10 0', '%Y %U %w'), ('2024 10 1', '%Y %W %w'), ('2024 10 Mon', '%Y %W %a'), ('2024 53 7', '%G %V %u'), ('2020 53 7', '%G %V %u'), ('2020 01 1', '%G %V %u'), ('2020 01', '%G %V'), ('2020 1', '%Y %V'), ('10 1', '%U %w'), ('2024 100', '%Y %j'), ('2024 366', '%Y %j'), ('2023 366', '%Y %j'), ('2024 0 1', '%Y %U %w'), ('2024 53 6', '%Y %U %w'), ('24 3 1', '%y %m %d'), ('68', '%y'), ('69', '%y'), ('12 AM', '%I %p'), ('12 pm', '%I %p'), ('0 PM', '%I %p'), ('23:59:60', '%H:%M:%S'), ('23:59:61', '%H:%M:%S'), ('1.5', '%S.%f'), ('1.123456', '%S.%f'), ('1.1234567', '%S.%f'), ('+0530', '%z'), ('-05:30:15', '%z'), ('Z', '%z'), ('+05:3', '%z'), ('UTC', '%Z'), ('GMT', '%Z'), ('EST', '%Z'), ('Jan 5', '%b %d'), ('january 5', '%B %d'), ('JAN 05 2020', '%b %d %Y'), ('Mon', '%a'), ('monday', '%A'), ('x', '%q'), ('x', '%'), ('abc', 'abd'), ('abcd', 'abc'), ('2020-02-30', '%Y-%m-%d'), ('2020-2-3', '%Y-%m-%d'), ('2020  2', '%Y %m'), ('10/11/12', '%x'), ('10:11:12', '%X'), ('Tue Nov 14 22:13:20 2023', '%c'), ('100%', '%j%%'), ('', ''), ('2020 %', '%Y %%'), ('12:30:45 PM', '%r'), ('12:30', '%R'), ('12:30:45', '%T'), ('01/02/03', '%D'), ('2024-W10-1', '%G-W%V-%u'), ('2024-10-1', '%Y-%V-%u'), ('2024 10', '%G %j'), ('29 Feb', '%d %b'), ('٣', '%d')]:
    print(s, f); t(s, f)
d = datetime.datetime(2024, 2, 29, 15, 4, 5, 6789)
for c in 'aAbBcdDeFfgGhHIjklmMnpPrRsStTuUvVwWxXyYzZ%':
    if c in 'sPkl': continue
    print(c, repr(d.strftime('%' + c)), repr(d.date().strftime('%' + c)), repr(d.time().strftime('%' + c)))
print(d.strftime('%-d %-m %_d %^a %5Y %E %Q'), time.strftime('%Y-%j', (2024, 3, 1, 0, 0, 0, 0, 61, 0)))
for f in ('%-d', '%_d', '%3d', '%_3d', '%-3d', '%05j', '%^a', '%#a', '%#p', '%10A', '%010A', '%_10A', '%^10b', '%EY', '%Od', '%E', '%O', '%', 'a%', '%-', '%%', '%5%', '%Ez', '%-H:%-M', '%_H', '%-e', '%0e', '%k', '%l', '%-l', '%-I', '%-y', '%-j', '%-m/%-d/%Y', '%P', '%h', '%C', '%-S', '%#Z', '%#B'):
    print(f, repr(time.strftime(f, (2024, 3, 7, 9, 5, 3, 3, 67, 0))))
