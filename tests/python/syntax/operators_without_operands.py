# Where an operator has no operand, a bracket no end, a keyword no place: which mistake is named, and where.
snippets = '''l = a in ==
x = sys.byteorder == raise
return 1.0 if r ==  or c == 0 else 2
a = [x * x for x  range(4) if x % 2]
plot(x,y,'ro'x
xlabel('x-axis')
( a = []
b = []
[ a = 2
b = 3
d["b" = 1
d.update(c=1)
f(b'=', b''match
g(b'==', b'')
lambda Both(str): 1
lambda a, (b): 1
def f(a (b)): pass
def f(a, (b)): pass
array([[2and3], [4,5]])
array([[2 and3], [4,5]])
{'d': 1, 'c'and not : ['a']}
self.add(lambda: server('close')()async )
array([[2,3]async , [4,5]])
poly1d([3,async 4,5])
a, b x = D("a"), D("b")
name, widthfor value = 'x', 8, 3
s.maxlist, s.maxother s.maxlong = 2, 10
not a or
x = not
f(a or, b)
f(a < , b)
a = b or and c
x = y = == z
print(a and, b)
if a is not: pass
while x < and y: pass
try: pass
except A, B: # comment
    pass'''.split('\n')
pairs = ['\n'.join(snippets[i:i + 2]) + '\n' for i in range(len(snippets) - 1)]
for text in [s + '\n' for s in snippets] + pairs + ['try:\n    pass\nexcept A, B:  # told\n    pass\n']:
    try:
        compile(text, '<s>', 'exec')
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(text), 'is right')
