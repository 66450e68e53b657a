def run(fs):
    errs, oks = [], []
    for f in fs:
        try:
            oks.append(f())
        except Exception as e:
            errs.append(e)
    if errs:
        raise ExceptionGroup("failed", errs)
    return oks
caught = []
try:
    run([lambda: [1], lambda: 1 / 0, lambda: {}["k"]])
except* ZeroDivisionError as g:
    caught.append(g.exceptions)
except* KeyError as g:
    caught.append(len(g.exceptions))
class Retry:
    def __init__(self, n):
        self.n = n
        self.errors = []
    def __call__(self, f, *a):
        for i in range(self.n):
            try:
                return f(i, *a)
            except ValueError as e:
                self.errors.append(e)
        raise RuntimeError("gave up") from self.errors[-1]
def flaky(i, box):
    if i < 2:
        raise ValueError(box)
    return [i, box]
r = Retry(3)
v = r(flaky, [1.5])
try:
    Retry(2)(flaky, [2.5])
except RuntimeError as e:
    cause = e.__cause__
    box = cause.args[0]
e2 = r.errors[0]
e2.add_note("n")
notes = e2.__notes__
same = e2 is r.errors[0]
r.errors.clear()
def unwind(n):
    keep = [n]
    try:
        if n == 0:
            raise OSError(2, "no", "f")
        unwind(n - 1)
    except OSError as e:
        e.trail = getattr(e, "trail", []) + [keep]
        raise
try:
    unwind(2)
except OSError as e:
    trail = e.trail
    fn = e.filename
print(len(caught), v, box, notes, same, trail, fn)
