def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
def f0(): return 0
def f1(a): return a
def f2(a, b=2): return a, b
def f3(a, /, b, *, c): return a, b, c
def f4(*a, **k): return a, k
def f5(a, b, c=3, *d, e, f=6, **g): return a, b, c, d, e, f, g
def f6(a, b, /, c, d): return a
def f7(*, x, y, z): return x
def f8(a, b=1, /, c=2): return a, b, c
calls = ["f0(1)", "f0(1, 2)", "f0(x=1)", "f1()", "f1(1, 2)", "f1(b=1)", "f1(1, a=1)", "f1(a=1)", "f2()", "f2(1, 2, 3)", "f2(b=1)", "f2(1, c=2)", "f3(1, 2, 3)", "f3(1, 2)", "f3(a=1, b=2, c=3)", "f3(1, b=2, c=3)", "f3()", "f4(1, x=2)", "f4(*[1, 2], *(3,), **{'a': 1}, b=2)", "f4(**{'a': 1}, **{'a': 2})", "f4(a=1, **{'a': 2})", "f4(**{1: 2})", "f4(*3)", "f4(**3)", "f4(**[1])", "f5()", "f5(1)", "f5(1, 2)", "f5(1, 2, e=5)", "f5(1, 2, 3, 4, 5, e=1, z=2)", "f5(1, a=2, b=3, e=4)", "f6()", "f6(1)", "f6(1, 2)", "f6(1, 2, 3)", "f6(1, b=2, c=3, d=4)", "f7()", "f7(x=1)", "f7(x=1, y=2)", "f7(1)", "f7(1, 2, x=1, y=2, z=3)", "f8()", "f8(1, b=3)", "f8(1, 2, 3, 4)", "f8(1, c=4)", "(lambda x: x)()", "(lambda *, k: k)(1)", "f2(*(1, 2, 3))", "f2(*'ab')", "f2(**dict(a=1, b=2))", "f2(*[1], **{'b': 3})", "f2(1, **{'a': 1})", "f1(*[], **{})", "f4(*iter([1, 2]), *range(3))", "f1(1, **{'z': 1, 'y': 2})", "None()", "3()", "'a'()", "f4(*None)", "print(1, foo=2)", "len()", "len(1, 2)", "len(x=1)", "int(1, 2, 3)", "int(x=1)", "int('1', bas=2)", "int('z', base=36)", "str(1, 2)", "str(b'a', 'ascii')", "str(object=3)", "list(1, 2)", "list(a=1)", "dict(1)", "dict([1])", "dict([(1, 2, 3)])", "dict(1, 2)", "tuple(x=1)", "set(1, 2)", "bool(1, 2)", "float('x')", "float(1, 2)", "range()", "range(1, 2, 3, 4)", "range(1.0)", "range(1, 2, 0)", "range(stop=1)", "enumerate()", "enumerate([1], 2, 3)", "list(enumerate([1], start=5))", "enumerate(1)", "zip(1)", "list(zip([1, 2], 'ab', strict=True))", "list(zip([1, 2], 'a', strict=True))", "list(zip([1], 'ab', strict=True))", "map(1)", "map()", "list(map(1, [1]))", "filter(1)", "isinstance(1)", "isinstance(1, 2)", "isinstance(1, (int, 2))", "isinstance('a', (1, int))", "issubclass(1, int)", "issubclass(int, 1)", "isinstance(1, int | str)", "getattr(1)", "getattr(1, 'a', 2, 3)", "ord('ab')", "ord(1)", "chr(-1)", "chr('a')", "chr(0x110000)", "abs('a')", "round('a')", "round(1.5, 'a')", "round(number=2.567, ndigits=1)", "sum('ab')", "sum(['a'], '')", "sum([[1], [2]], [])", "sum([1, 2], start=3)", "sum(1)", "pow(2)", "pow(2, -1, 4)", "pow(3, -1, 7)", "pow(2, 3, 0)", "pow(2.0, 3, 4)", "pow(base=2, exp=3)", "divmod(1, 0)", "divmod(1)", "divmod(-7, 2)", "divmod(7.5, -2)", "sorted()", "reversed(1)", "reversed({1})", "list(reversed({1: 2, 3: 4}))", "next()", "next(1)", "next(iter([]), 1, 2)", "iter(1, 2, 3)", "iter(1, 2)", "hash()", "id()", "callable()", "any(1)", "all([1, 0])", "input(1, 2)", "bin(1.0)", "hex('a')", "oct(-8)", "format(1, 2)", "format(3.14159, '.2f')", "format('a', 'd')", "format(1, 's')", "vars(1)", "dir(1, 2)", "eval(1)", "exec(1)", "compile()", "type()", "super(1)", "property(1, 2, 3, 4, 5)", "slice()", "slice(1, 2, 3, 4)", "complex('a')", "complex(1, 'a')", "complex('1', 2)", "complex(1, 2, 3)", "bytes(-1)", "bytes('a')", "bytes([256])", "bytes('é', 'ascii')", "bytearray(1, 2)", "frozenset(1)", "object(1)", "[].append()", "[].append(1, 2)", "[].pop(1, 2)", "[].pop()", "[1].pop(5)", "[].index(1)", "[].remove(1)", "[].insert(1)", "[].sort(1)", "[].extend(1)", "{}.pop()", "{}.pop(1)", "{}.popitem()", "{}.get()", "{}.update(1)", "{}.update([(1,)])", "{}.setdefault()", "{}.fromkeys()", "dict.fromkeys([1, 2])", "dict.fromkeys(1)", "set().pop()", "set().remove(1)", "set().add()", "set().add([])", "set().update(1)", "'a'.join(1)", "'a'.join([1])", "'a'.split('')", "'a'.split(1)", "'a'.replace('a')", "'a'.index('b')", "'a'.center()", "'a'.center(5, 'xx')", "'a'.encode('nope')", "'{}'.format()", "'{a}'.format()", "'{0.x}'.format(1)", "'{:d}'.format('a')", "'%d' % 'a'", "'%s %s' % 1", "'%s' % (1, 2)", "'%(a)s' % {'b': 1}", "'%q' % 1", "'a'.startswith(1)", "'a'.zfill('a')", "'a'.translate(1)", "'a'.count()", "str.upper(1)", "str.upper()", "list.append(1, 2)", "list.append()", "int.__add__(1)", "int.__add__('a', 1)", "(1).__add__('a')", "(1).__add__(1, 2)", "().index(1)", "(1).bit_length(1)", "(1).to_bytes(1)", "(256).to_bytes(1, 'big')", "int.from_bytes(b'a')", "(1.5).is_integer(1)", "f4.__call__(1)", "f1.foo", "__import__('nope')"]
for c in calls:
    try: print(c, "->", repr(eval(c)).split(" at 0x")[0])
    except BaseException as e: print(c, type(e).__name__, e)
class C:
    def m(self, a): return a
    def n(): return 1
    @classmethod
    def c(cls, a): return a
    @staticmethod
    def s(a): return a
    def __init__(self, a, *, b=1): self.a = a
    def __call__(self, x): return x
for c in ["C()", "C(1, 2)", "C(1, c=2)", "C(1).m()", "C(1).m(1, 2)", "C.m(1)", "C.m()", "C(1).n()", "C.c()", "C.c(1, 2)", "C.s()", "C.s(1, 2)", "C(1)()", "C(1)(1, 2)", "C(1).zz()", "C.zz", "C(1).m(a=1)", "C(1).m(1, a=1)", "C(1).m(self=1)"]:
    try: print(c, "->", repr(eval(c)).split(" at 0x")[0])
    except BaseException as e: print(c, type(e).__name__, e)
def d(a, b=[], *c, d: int = 5, **e) -> str: "docs"
print(d.__defaults__, d.__kwdefaults__, d.__annotations__, d.__doc__, d.__code__.co_varnames, d.__code__.co_argcount, d.__name__, d.__module__)
d.__defaults__ = (9,); d.__name__ = "new"; print(d.__name__, d.__qualname__); f1.__defaults__ = (7,); print(f1()); f1.__kwdefaults__ = None; f1.x = 1; print(f1.__dict__)
t(setattr, f1, "__defaults__", 3); t(setattr, f1, "__name__", 3); t(setattr, f1, "__code__", 3); f1.__code__ = (lambda q: q * 2).__code__; print(f1(3)); t(setattr, f1, "__dict__", 3); t(delattr, f1, "__name__"); print(f1.__closure__, f1.__globals__ is globals(), f1.__builtins__ is not None)
a, *b = [1]; print(a, b); *a, b = "xyz"; print(a, b); a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
for s in ["a, b = 1", "a, b = [1]", "a, b = [1, 2, 3]", "a, *b, c = [1]", "a, b = {1: 2}", "[a, b] = 'abc'", "a, b = None", "(a, b), c = 1, 2", "*a, = 3", "for a, b in [1]: pass", "for a, b in [(1, 2, 3)]: pass", "a, b = iter([1])", "a, = ()", "a, b = 'x'", "x = *3,", "[*3]", "{*3}", "{**3}", "{**[1]}", "print(*3)", "f4(**{'x': 1}, x=2)", "del zz", "zz", "zz += 1", "a = b = c = []; a.append(1); print(b)", "x = 1; del x; x", "def f():\n x += 1\nf()", "def f():\n del y\nf()", "def f():\n print(x1)\n x1 = 1\nf()", "def f():\n def g(): return v\n g(); v = 1\nf()", "import nope", "from math import nope", "raise", "raise 1", "raise int", "raise ValueError from 1", "raise ValueError('a') from None", "assert 0", "assert 0, 'm'", "assert (1 == 2), [1]", "class A(nope): pass", "1 < 'a'", "1/0", "1%0", "1//0", "1.0/0", "1.0//0", "1.0%0", "0**-1", "0.0**-1", "2**1e10", "1<<-1", "1>>-1", "'a'*-1", "'a'+1", "1+'a'", "[1]+(1,)", "10.0**400", "int('a')", "int('1_0')", "int(' 12 ')", "int('')", "int(None)", "int(float('inf'))", "int(float('nan'))", "float('')", "[1,2][5]", "[1,2][5] = 1", "del [1][5]", "'abc'[0] = 'x'", "(1,)[0] = 1", "del (1,)[0]", "{}['a']", "del {}['a']", "None[0]", "None[0] = 1", "1[0]", "del 1 .x", "None.x", "None.x = 1", "print.x = 1", "len(5)", "x = 5; x()", "with 3: pass", "for i in 3: pass", "[i for i in 3]", "lambda: x", "exec('1+')", "eval('1 2')", "int('9'*5000)", "str(10**5000)"]:
    try: exec(s, {"f4": f4})
    except BaseException as e: print(s, "|", type(e).__name__, e)
import sys
print("end", file=sys.stderr)   # the last line, whatever was warned of before
