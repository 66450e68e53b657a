# Pattern and Match objects, templates, functions, flags: everything but the pattern syntax.
import copy
import re


def attempt(function, *args, **more):
    try:
        print(function(*args, **more))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'pos', '-'))


# match objects
m = re.search(r'(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?', 'on 2024-02 we met')
print(m, bool(m), m.group(), m[0], m[1], m['month'], m.group(1, 'month', 4), m.groups(), m.groups('?'))
print(m.groupdict(), m.span(), m.span(2), m.start('year'), m.end('year'), m.span(3), m.regs)
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re, m.re is re.compile(m.re.pattern))
print(m.expand(r'\2/\1 \g<year> \g<0>'), copy.copy(m) is m, copy.deepcopy(m) is m)
for key in (5, -1, 'day', None, 1.5):
    attempt(lambda: m[key])
    attempt(m.group, key)
attempt(m.start, 9)
attempt(m.start, 1, 2)
print(re.match('a', 'b'), type(m), type(m.re), re.Match is type(m), re.Pattern is type(m.re))
for name in ('group', 'groups', 'groupdict', 'start', 'end', 'span', 'expand', 'string', 're', 'pos', 'endpos',
             'lastindex', 'lastgroup', 'regs'):
    assert hasattr(m, name), name
attempt(setattr, m, 'pos', 3)
attempt(type(m))
attempt(type(m.re), 'a')

# patterns
p = re.compile(r'(\w)(?P<rest>\w*)', re.IGNORECASE | re.DOTALL)
print(p, p.pattern, p.flags, p.groups, p.groupindex, dict(p.groupindex))
print(p.match('hello', 1), p.match('hello', pos=2, endpos=4), p.search('  ab', 3), p.fullmatch('ab c', 0, 2))
print(p.search('abc', -5, 99), p.search('abc', 5), p.search('abc', 2, 1))
print(p == re.compile(r'(\w)(?P<rest>\w*)', re.I | re.S), p != re.compile('x'), p == 3, hash(p) == hash(copy.copy(p)))
print(re.compile(p) is p, re.compile('a' * 300))
attempt(re.compile, p, re.I)
print(re.compile('^b').match('ab', 1), re.compile('^b').search('ab', 1), re.compile(r'\bb').search('ab', 1))
print(re.compile('b$').search('abc', 0, 2), re.compile('(?<=a)b').match('ab', 1))

# finding
text = 'one 1, two 22, three 333'
print(re.findall(r'\d', text), re.findall(r'(\w+) (\d+)', text), re.findall(r'(\d)+', text), re.findall('x*', 'axb'))
print([m.span() for m in re.finditer(r'\w+', text)], re.finditer('a', 'a').__class__.__name__)
print(re.split(r',\s*', text), re.split(r'(,)\s*', text, 1), re.split('x*', 'axbc'), re.split(r'(a)|b', 'xaybz'))
print(re.split(',', 'a,b,c', maxsplit=1), re.split(',', ''), re.split(',', 'a,b', -1))

# replacing
print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', count=2), re.subn('a', 'b', 'banana', 1))
print(re.sub('x*', '-', 'abxd'), re.sub('', '.', 'abc'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello big world'))
print(re.sub(r'(?P<a>.)', r'[\g<a>\g<1>\1\n\t\\]', 'xy'), repr(re.sub('a', r'\0\x'[:2], 'a')))
print(re.sub(r'\d+', lambda m: str(int(m[0]) * 2), text), re.sub('a', lambda m: None, 'banana'))
print(re.sub('(a)|b', r'<\1>', 'ab'), re.sub('a', '\\\\', 'xax'), re.sub('a', '\\101\\060', 'xax'))
print(re.sub('(?i)B', 'é→', 'abc'), re.sub('b', b'x'.decode(), 'abc'))
for template in (r'\q', r'\2', r'\g<', r'\g<>', r'\g<x>', r'\g<1a>', r'\g', '\\', r'\g<9>', r'\400', r'\g<a b>'):
    attempt(re.sub, '(?P<n>a)', template, 'banana')
attempt(re.sub, 'a', 5, 'banana')
attempt(re.sub, 'a', lambda m: 5, 'banana')
attempt(re.sub, 'a', b'x', 'banana')

# bytes
b = re.compile(rb'(?P<x>\w+)\xff?')
print(b, b.findall(b'ab\xff cd'), b.match(b'ab\xff').groupdict(), b.sub(rb'<\g<x>>', b'a b'), b.split(b'a-b'))
print(re.search(b'b', bytearray(b'abc')), re.findall(rb'[\x80-\xff]', bytes(range(126, 132))), re.match(b'(?i)A', b'a'))
attempt(re.match, b'a', 'a')
attempt(re.match, 'a', b'a')
attempt(re.match, 'a', 5)
attempt(re.match, 5, 'a')
attempt(re.match, ['a'], 'a')
attempt(re.compile, 'a', re.L)
attempt(re.compile, b'a', re.U)
attempt(re.compile, 'a', re.U | re.A)
attempt(re.compile, b'(?u)a')
attempt(re.compile, '(?L)a')

# escape, flags
print(re.escape('a.b*c [x]\n#é'), re.escape(b'a.\xff'), re.escape(''.join(map(chr, range(128)))))
print(re.I, re.IGNORECASE | re.M, repr(re.X), str(re.S), int(re.A), re.NOFLAG, re.RegexFlag(0))
print([f.name for f in re.RegexFlag])
print(re.I | 1024, re.RegexFlag(34), re.compile('a', re.I).flags, re.compile('(?im)a').flags, ~re.I & (re.I | re.M))
for flags in (re.A, re.M | re.S, re.X | re.I, re.U, 0, re.RegexFlag.ASCII | re.I):
    print(re.compile('a', flags))
re.purge()

# errors
e = None
try:
    re.compile('ab\n(c')
except re.error as error:
    e = error
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno, type(e), e.args, isinstance(e, Exception))
print(re.error('text'), re.error('text', 'ab', 1), re.error('text', b'a\nb', 2))

# scanning
s = re.Scanner([(r'\d+', lambda s, t: int(t)), (r'[a-z]+', lambda s, t: t.upper()), (r'[+*]', 'op'), (r'\s+', None)])
print(s.scan('3 * foo + 42 !'))
token = re.compile(r'(?P<number>\d+)|(?P<name>[a-z]\w*)|(?P<sign>[-+*/()=])|(?P<space>\s+)')
position, tokens, source = 0, [], 'x1 = (y + 42) * 7'
while position < len(source):
    m = token.match(source, position)
    tokens.append((m.lastgroup, m.group()))
    position = m.end()
print(tokens)
scanner = token.scanner('a 1')
print(scanner.match(), scanner.search(), scanner.match(), scanner.match(), scanner.pattern is token)
print(*re.__all__)
print(re.Pattern[str], re.Match[bytes])
