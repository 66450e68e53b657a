# Pattern syntax and its mistakes: each pattern against texts that tell it from its neighbours.
import re
pats = [
    r'a', r'a*', r'(a)(b)?', r'\d+', r'\bfoo\b', r'^x', r'(?m)^x', r'x$', r'(?m)x$', r'[a-c]+', r'[^a-c]+', r'[]a]+',
    r'[^]a]', r'(?P<n>\w+)\s(?P<m>\w+)', r'(\w)\1', r'(?P<q>[\'"]).*?(?P=q)', r'(?i)HeLLo', r'(?x) a  b # c', r'a{2}',
    r'a{,2}b', r'a{2,}', r'a{', r'a{x}', r'a{1,2', r'{', r'}', r']', r'a|b|', r'(?:ab)+', r'(?=a)a', r'a(?!b)',
    r'(?<=a)b', r'(?<!a)b', r'(a)?b(?(1)c|d)', r'(?>a+)b', r'a++b', r'a*+a', r'(?s).+', r'.+', r'\Aab', r'ab\Z',
    r'\x41\u0042\U00000043', r'\101', r'\0', r'[\d\s]+', r'[\w.-]+@[\w.-]+', r'[a\-z]+', r'[-a]+', r'[a-]+', r'\.',
    r'\(\)', r'a??b', r'a+?', r'(?i:A)b', r'(?-i:A)b', r'(?i)(?-i:A)b', r'(?a)\w+', r'(?a:\w+)é', r'\S+', r'\D+',
    r'\W+', r'[\S]+', r'[\D]', r'[\W]+', r'\B', r'\b', r'', r'()', r'(a|ab)(c|bcd)(d*)', r'((a)|b)*', r'(?:(a)|(b))*',
    r'é+', r'→', r'[α-ω]+', r'(?i)[α-ω]+', r'(?i)é', r'x*', r'[[:alpha:]]', r'(?:a|b)*?c', r'\n', r'\t', r'a#b',
    r'(?x)a\ b', r'(?x)[ ]a', r'(?#comment)a', r'a(?#c)*', r'(a+)+$', r'*', r'+a', r'a**', r'a*??', r'(', r')', r'(a',
    r'a)', r'[', r'[a', r'[z-a]', r'[\d-z]', r'[a-\d]', r'\q', r'[\q]', '\\', r'(?P<n', r'(?P<>a)', r'(?P<1a>a)',
    r'(?P=x)', r'(?P<a>x)(?P<a>y)', r'(?Px)', r'(?z)', r'(?', r'(?P', r'(?<', r'(?<x', r'(?<=a*)b', r'(?<=a|bc)d',
    r'\1', r'(\1)', r'(a)\2', r'a{2,1}', r'a{99999999999}', r'(?i', r'(?i-', r'(?i-i:a)', r'(?-', r'(?-z:a)',
    r'(?iz)', r'(?L)a', r'(?au)a', r'a(?i)b', r'(?(1)a|b|c)', r'(?(2)a)', r'(?(x)a)', r'(?(0)a)', r'(?(1a)a)',
    r'(a)(?(1)b|c|d)', r'\x4', r'\u12', r'\U00110000', r'\N{foo}', r'\N', r'\400', r'[\400]', r'(?#', r'x(?#abc',
    r'(?P<n>a', r'(?:', r'^*', r'$+', r'\b*', r'(?=a)*', r'a\n(b', 'a\n(b', 'ab\nc**', r'(?P<é>a)', r'(?P=1)',
    r'(?P=', r'(?<=(a)\1)b', r'(?<=(a))\1', r'x{0}', r'(?u)a', r'(?-u:a)', r'(?i:a', r'(?:a))', r'[b-a]', r'[\w-a]',
    r'\8', r'[\8]', r'(?P<n>a)(?P=n)', r'(?&x)', r'(?P>x)', r'\p', r'\z', r'\G', r'\h', r'\R', r'\K', r'\Q', r'\E',
    r'\cA', r'a{1}{2}', r'a?{2}', r'(?:a*)*', r'(?:a?)+', r'(a*)+', r'a|*', r'(|a)+', r'(?<!)', r'(?!)', r'(?=)',
    r'\\', r'\/', r'\-', r'[\]]', r'[a\]b]', r'[\^a]', r'[a^]', r'[&&]', r'[a||b]', r'[a--b]', r'[.]', r'[$]',
    r'(?m)$', r'(?m)^', r'^', r'$',
]
subs = ['', 'a', 'aaa', 'ab', 'abcd', 'foo bar', 'x\nx\n', 'x\ny', 'Hello hello HELLO', 'a b', 'aab aaab',
        "'it' \"q\"", 'ABC', 'ba', 'é→αβΩ', 'x1 y22 z333', 'me@x.org, you@y.net',
        'a-b-c', 'abcbcd', 'a{x}', 'bd abc', 'tab\there', 'hello\n', '\u3000a\u00a0b', '😀a😀']
for p in pats:
    try:
        r = re.compile(p)
    except re.error as e:
        print(repr(p), 'ERR', e, e.pos, e.lineno, e.colno, e.msg)
        continue
    except Exception as e:
        print(repr(p), type(e), e)
        continue
    print(repr(p), r, r.flags, r.groups, dict(r.groupindex))
    for s in subs:
        out = []
        for m in (r.match(s), r.search(s), r.fullmatch(s)):
            out.append(m and (m.span(), m.groups(), m.groupdict(), m.regs, m.lastindex, m.lastgroup))
        out += [r.findall(s), r.split(s), r.sub('<\\g<0>>', s), r.subn('-', s, 2), [m.span() for m in r.finditer(s)]]
        print('  ', repr(s), out)
