# An exception keeps its traceback, that the frames, those their names.
import sys

rc = sys.getrefcount


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  del", self.name)


def fail(name):
    local = Noisy(name)
    other = [local]
    raise ValueError(name)


print("caught without a name")
try:
    fail("a")
except ValueError:
    print("  in the handler")
print("  behind")
print("caught with a name")
try:
    fail("b")
except ValueError as e:
    print("  in the handler", rc(e), rc(e.__traceback__), e.__traceback__.tb_next.tb_frame.f_code.co_name)
print("  behind")
print("kept")
kept = None
try:
    fail("c")
except ValueError as e:
    kept = e
print("  behind", rc(kept), kept.args)
frame = kept.__traceback__.tb_next.tb_frame
print("  locals", sorted(frame.f_locals), rc(frame) > 1)
frame.clear()
print("  cleared")
del frame
kept = None
print("with_traceback(None)")
try:
    fail("d")
except ValueError as e:
    kept = e.with_traceback(None)
    print("  in the handler")
print("  behind", kept.__traceback__)
kept = None
print("nested")
try:
    try:
        fail("e")
    except ValueError:
        fail("f")
except ValueError as e:
    print("  context", e.__context__.args, rc(e.__context__))
print("  behind")
print("from")
try:
    try:
        fail("g")
    except ValueError as e:
        raise KeyError("x") from e
except KeyError as e:
    print("  cause", e.__cause__.args, e.__suppress_context__)
print("  behind")
print("finally")


def in_finally(name):
    n = Noisy(name)
    try:
        raise IndexError
    finally:
        print("  finally", rc(n))


try:
    in_finally("h")
except IndexError:
    print("  caught")
print("  behind")
print("in a loop")
for i in range(3):
    try:
        fail(i)
    except ValueError:
        pass
    print("  round", i)
print("generator")


def gen():
    n = Noisy("gen")
    try:
        yield 1
    except ValueError:
        print("  thrown in")
        yield 2
    print("  end")


g = gen()
next(g)
print("  ", g.throw(ValueError))
del g
print("  behind")
print("sys.exc_info")
try:
    fail("i")
except ValueError:
    info = sys.exc_info()
    print("  ", info[0].__name__, rc(info[1]) > 1)
print("  behind")
del info
print("  deleted")
