# Exception groups: making, splitting, deriving.
def attempt(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: ExceptionGroup())
attempt(lambda: ExceptionGroup("m"))
attempt(lambda: ExceptionGroup("m", []))
attempt(lambda: ExceptionGroup("m", [1]))
attempt(lambda: ExceptionGroup("m", [ValueError(), ValueError]))
attempt(lambda: ExceptionGroup(1, [ValueError()]))
attempt(lambda: ExceptionGroup("m", 1))
attempt(lambda: ExceptionGroup("m", {ValueError()}))
attempt(lambda: ExceptionGroup("m", [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup("m", [ValueError()], 1))
print(repr(BaseExceptionGroup("m", [ValueError(1)])), repr(BaseExceptionGroup("m", (ValueError(1), SystemExit()))))
print(ExceptionGroup.__mro__, ExceptionGroup.__bases__, issubclass(ExceptionGroup, Exception))
attempt(lambda: ExceptionGroup[int])
attempt(lambda: BaseExceptionGroup[int, str])

eg = ExceptionGroup("top", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), OSError(4)]), KeyError(5)])
print(eg, eg.message, eg.exceptions, eg.args, str(ExceptionGroup("", [eg])), len(eg.exceptions))
attempt(lambda: setattr(eg, "message", "other"))
attempt(lambda: setattr(eg, "exceptions", ()))
for by in (ValueError, (ValueError, OSError), Exception, ArithmeticError, ExceptionGroup, (), lambda e: isinstance(e, KeyError),
           lambda e: "in" in str(e), int, 3, None, print, [ValueError], (ValueError, 3), (ValueError, (OSError,))):
    attempt(lambda: eg.split(by))
    attempt(lambda: repr(eg.subgroup(by)))
attempt(lambda: eg.split())
attempt(lambda: eg.subgroup(1, 2))
attempt(lambda: eg.derive())
attempt(lambda: eg.derive([]))
attempt(lambda: eg.derive([ValueError(9)]))
attempt(lambda: repr(eg.derive((KeyboardInterrupt(),))))
attempt(lambda: eg.split(lambda e: 1 / 0))
print(eg.subgroup(Exception) is eg, eg.split(Exception)[0] is eg, eg.subgroup(lambda e: e is eg) is eg)

eg.__cause__ = KeyError("cause")
eg.add_note("note")
match, rest = eg.split(ValueError)
for part in (match, rest, match.exceptions[1]):
    print(repr(part), repr(part.__cause__), part.__context__, part.__suppress_context__, getattr(part, "__notes__", None))
print(match.__notes__ is eg.__notes__, match.exceptions[0] is eg.exceptions[0])
match, rest = ExceptionGroup("no cause", [ValueError(1), OSError(2)]).split(OSError)
print(match.__suppress_context__, match.__traceback__, match.__cause__)


class Mine(ExceptionGroup):
    def __new__(cls, message, members, code=0):
        self = super().__new__(cls, message, members)
        self.code = code
        return self

    def derive(self, members):
        print("derive", members)
        return Mine(self.message, members, self.code)


class Plain(ExceptionGroup):
    pass


class Wrong(ExceptionGroup):
    def derive(self, members):
        return 3


class Base(BaseExceptionGroup):
    pass


mine = Mine("mine", [ValueError(1), Plain("plain", [ValueError(2), TypeError(3)])], 7)
match, rest = mine.split(ValueError)
print(type(match), match.code, type(rest), rest.code, repr(match), repr(rest))
attempt(lambda: Wrong("w", [ValueError(1), TypeError(2)]).split(ValueError))
attempt(lambda: repr(Base("b", [ValueError(1), SystemExit(2)]).split(ValueError)))
attempt(lambda: type(Base("b", [ValueError(1)])))


class Sequence:
    def __repr__(self):
        return "<sequence>"

    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return ValueError(i)


attempt(lambda: repr(ExceptionGroup("seq", Sequence())))

try:
    raise ExceptionGroup("raised", [ValueError(1), TypeError(2)])
except Exception as e:
    part = e.subgroup(ValueError)
    print(part.__traceback__ is e.__traceback__, part.__traceback__.tb_lineno)


def nest(n, e):
    for i in range(n):
        e = ExceptionGroup("n", [e])
    return e


print(repr(nest(5, ValueError(1)).split(ValueError)[0]))
deep = nest(100, ValueError(2)).subgroup(lambda e: not isinstance(e, ExceptionGroup))
depth = 0
while isinstance(deep, ExceptionGroup):
    deep = deep.exceptions[0]
    depth += 1
print(depth, repr(deep))
