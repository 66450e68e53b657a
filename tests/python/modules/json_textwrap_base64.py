# json, textwrap, base64, numbers.
import json, textwrap, base64, numbers
v = {'a': [1, 2.5, None, True, 'x"\\\n\u1234\U0001F600'], 'b': {}, 'c': [], 'd': {'e': (1,)}, 1: 2, None: 3, 1.5: 4}
for kw in {}, {'indent': 2}, {'separators': (',', ':')}, {'ensure_ascii': False}, {'indent': '\t'}: print(json.dumps(v, **kw))
print(json.dumps({'b':1,'a':2}, sort_keys=True), json.dumps(float('nan')), json.dumps("é"), json.dumps(10**20))
print(json.loads(json.dumps(v)), json.loads('[1, -2, 3.5e2, "\\u00e9\\ud83d\\ude00", true, null, 0.1, 1E5, -0]'))
for bad in '', '[1,', '{"a" 1}', '[1 2]', '{a:1}', '"abc', 'nul', '[1]x', '{"a":1,}', '"\\x"', '01', '[1,]', '"\\u12"', "'a'", '"\n"':
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(e)
for bad in {1, 2}, object, {(1,): 2}:
    try: json.dumps(bad)
    except TypeError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o): return list(o) if isinstance(o, set) else super().default(o)
print(json.dumps({1}, cls=E), json.dumps({'x': 3+4j}, default=str))
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
t = "The quick brown fox jumped over the lazy dog, a well-known pangram -- really long-winded and superlongwordthatcannotfit."
for w in 10, 20, 40: print(textwrap.wrap(t, w))
print(textwrap.fill(t, 30, initial_indent='* ', subsequent_indent='  '), textwrap.shorten(t, 30), textwrap.dedent("  a\n    b\n\n  c"), textwrap.indent("a\n\nb\n", '> '), sep='\n')
for d in b'', b'a', b'ab', b'abc', bytes(range(20)): print(base64.b64encode(d), base64.b64decode(base64.b64encode(d)) == d, base64.b32encode(d), base64.urlsafe_b64encode(d), base64.b16encode(d))
for bad in 'abc', 'a', 'ab=':
    try: print(base64.b64decode(bad))
    except ValueError as e: print(type(e), e)
print(isinstance(1, numbers.Number), isinstance(1.5, numbers.Integral), isinstance(2, numbers.Real), isinstance(True, numbers.Rational))
