# Every kind of jump, with the order of evaluation visible.
def show(value, *words):
    print(*words, value)
    return value


def loops(n):
    total = 0
    for i in range(n):
        if i == 1:
            continue
        if i == 4:
            break
        total += i
    else:
        total += 100
    while total > 0:
        total -= 3
        if total == 2: break
    else:
        print("while else")
    return total


def choices(a, b):
    x = show(1, "and") if a and b else show(2, "else")
    y = a or b and not a
    if a:
        pass
    elif b:
        x += 1
    else:
        x += 2
    if (a
            and b):
        x += 10
    return x, y, 1 < x < 20 < 5, not a is b, a if b else None


def tries(kind):
    try:
        try:
            if kind == 0:
                return "returned"
            if kind == 1:
                raise ValueError("one")
            if kind == 2:
                raise KeyError(2)
        except ValueError as error:
            print("caught", error)
        except (KeyError, IndexError):
            return "key"
        else:
            print("else")
        finally:
            print("finally", kind)
    finally:
        for i in range(2):
            try:
                if i: break
            finally:
                print("inner", i)
    return "end"


class Context:
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__)
        return self.swallow


def contexts(swallow):
    with Context(False) as outer, \
         Context(swallow) as inner:
        print(outer is inner)
        if swallow:
            raise OSError
    for i in range(3):
        with Context(True):
            if i == 1:
                continue
            if i == 2:
                break
    with Context(True):
        return "from with"


def generate(n):
    for i in range(n):
        got = yield i
        if got:
            yield from (got, got)
    return n


def matches(subject):
    match subject:
        case 0 | 1:
            return "small"
        case [x, y] if x == y:
            return "pair"
        case [first, *rest]:
            return first, rest
        case {"key": value, **others}:
            return value, others
        case str() as text:
            return text
        case _:
            return "other"


def groups():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as e:
        print("v", len(e.exceptions))
    except* (TypeError, OSError):
        print("t")


@lambda f: f
@lambda f: f
def decorated(a, b=show(1, "default"), *, c: show("note", "annotation") = 3):
    assert a, \
        "message"
    del b
    return [(x,
             y) for x in range(3) if x
            for y in [x * a]
            if y > 1]


print(loops(2), loops(9))
for a in (True, False):
    for b in (True, False):
        print(choices(a, b))
for kind in range(4):
    print(tries(kind))
print(contexts(True), contexts(False))
g = generate(3)
print(next(g), g.send("x"), list(g))
for subject in (1, [2, 2], [1, 2, 3], {"key": 1, "more": 2}, "text", 2.5):
    print(matches(subject))
groups()
try:
    print(decorated(2), decorated(0))
except AssertionError as e:
    print("assertion", e)
while True:
    if not show([], "list"): break
x = {i: [j for j in range(i)] for i in range(3)}
print(x, {*x}, (n := 10) + n, f"{n!r:>5}{'%s-%5r' % (n, 'y')}", [*x, *"ab"], {**x, 1: 2})
print(1 if x else 2, -1 ** 2, "ab" * 2, (1, 2)[1])
