# Ranges of statements: calls, several lines, whole lines, comments, tabs, wide characters.
def fail(*args, **named):
    raise ValueError(args)


class Thing:
    def __init__(self):
        self.value = None

    def __setattr__(self, name, value):
        if name != "value":
            raise AttributeError("no " + name)
        object.__setattr__(self, name, value)

    def __enter__(self):
        raise OSError(5, "in enter")

    def __exit__(self, *args):
        pass


thing = Thing()


def whole_line():
    fail()


def whole_line_with_comment():
    fail()    # and a comment


def part_of_line():
    a = fail(1, 2)


def several_lines():
    a = fail(1,
             2,
             3)


def several_lines_from_start():
    fail(
        1,
    )


def several_lines_comment():
    b = 1; fail(1,   # comment behind
        2)   


def wide():
    größe = "äöü"; fail("日本語", größe) or "ÿ"


def wide_lines():
    größe = fail("日本語ÿ",   
                größe)


def semicolons():
    a = 1; b = 2; fail(a, b); c = 3


def	tabbed():
	if	True:
		a	=	fail(	1	)


def attributes():
    thing.value.deeper.still


def stores():
    thing.other = 1


def deletes():
    del thing.value.x


def unpacks():
    a, (b, c) = 1, (2, 3, 4)


def augmented():
    thing.value += 1


def item_store():
    thing.value[0] = 1


def item_delete():
    del "abc"[0]


def loops():
    for i in thing.value:
        pass


def context():
    with thing as t, thing:
        pass


def asserts():
    assert thing.value, "message"


def asserts_bare():
    assert thing.value is thing


def raises():
    raise ValueError("x") from KeyError("y")


def method():
    "abc".join(["a", 1])


def keywords():
    fail(1, *[2, 3], key=4, **{"other": 5})


def nested():
    return fail(len("abc"), max(fail(1), 2))


def star():
    fail(*1)


def not_callable():
    x = thing(1)(2)


def lambda_default():
    return (lambda a=fail(): a)()


def imports():
    from sys import no_such_name


def matches():
    match thing:
        case Thing(value=None) if fail():
            pass


def comprehension():
    return [fail(i) for i in range(3) if i]


def comprehension_lines():
    return {
        i: fail(i)
        for i in range(3)
    }


def generator():
    return sum(fail(i) for i in range(3))


def strings():
    return f"{thing!r:>{fail()}}"


def decorated():
    @fail(1)
    def inner():
        pass


def decorator_result():
    @property
    @thing
    def inner():
        pass


def class_body():
    class Inner(
        Thing
    ):
        x = 1
        y = fail(x)


def class_base():
    class Inner(1): pass


def class_keyword():
    class Inner(Thing, option=1): pass


def unbound():
    print(a)
    a = 1


def deleted():
    a = 1
    del a
    return a


def closure():
    def inner():
        return later
    inner()
    later = 1


def await_nothing():
    async def run():
        await 1
    run().send(None)


def yielding():
    def inner():
        yield 1
        yield fail()
    return list(inner())


def delegating():
    def inner():
        yield from generator()
    return [*inner()]


def conditions():
    if thing.value is None and fail() or True:
        pass


def while_loop():
    while fail():
        pass


def returns():
    return 1 if fail() else 2


functions = [f for name, f in list(globals().items()) if type(f) is type(fail) and f is not fail]


def collect(some):
    found = []
    for function in some:
        try:
            function()
        except Exception as e:
            found.append(e)
    return found


def groups():
    made = []
    for start in range(0, len(functions), 12):
        made.append(ExceptionGroup(f"from {start}", collect(functions[start:start + 12])))
    return made


raise ExceptionGroup("all", groups())
