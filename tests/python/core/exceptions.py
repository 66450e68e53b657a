class MyError(Exception):
    def __init__(self, code):
        super().__init__('code %d' % code)
        self.code = code


def f(n):
    try:
        if n == 0:
            raise MyError(7)
        if n == 1:
            return [][1]
        if n == 2:
            return {}['k']
        if n == 3:
            return 1 / 0
        if n == 4:
            return 'a' + 1
        if n == 5:
            return int('x')
        return 'ok'
    except MyError as e:
        return repr(e), e.code, str(e), e.args
    except (IndexError, KeyError) as e:
        return type(e).__name__, str(e)
    except ZeroDivisionError:
        raise
    finally:
        print('finally', n)


for n in range(7):
    try:
        print(f(n))
    except Exception as e:
        print('out', type(e).__name__, e)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError('second') from e
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined
except NameError as e:
    print(repr(e.__context__))


def g():
    try:
        return 'try'
    finally:
        print('cleanup')


print(g())


def h():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
        finally:
            print('f', i)


h()
try:
    raise KeyError('k')
except KeyError as e:
    print(e, repr(e))
try:
    raise StopIteration(5)
except StopIteration as e:
    print(e.value)
import sys
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError(1)
    except TypeError:
        print('wrong')
    else:
        print('else')
except ValueError as e:
    print('outer', e)
try:
    e
except NameError as err:
    print(err)


def gen():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print('in gen', e)
        yield 3
    finally:
        print('gen finally')


it = gen()
print(next(it), it.throw(ValueError('x')))
it.close()
it2 = gen()
next(it2)
it2.close()
print(sys.exc_info())
e = ValueError('a', 'b')
print(e, repr(e), e.args, isinstance(e, Exception))
e.add_note('note')
print(e.__notes__)
for bad in ('len(5)', 'None.x', '5()', '[1][1.5]', '"a" < 1', 'abs("x")', 'int([])', '(1,2)[5]', 'x = 1; x.y = 2',
            'range(1.5)', 'list(5)', 'dict([1])', '"%d" % "x"', 'float("abc")', '{}["a"]', '[].pop()', 'set([[]])',
            'max([])', 'next(5)', 'iter(5)', '"abc".foo', 'print(1, zz=2)', '-"a"', '[] - []', 'None + 1', 'chr(-1)',
            'ord("ab")', 'sorted([1, "a"])', 'sum(["a"])', '"a" * "b"', 'import nothing_here', 'from math import zzz'):
    try:
        exec(bad)
        print('no error', bad)
    except Exception as e:
        print(type(e).__name__, e)
