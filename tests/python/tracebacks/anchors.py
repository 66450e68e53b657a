# Which operator the carets point at: each lambda fails in its own way, a group shows them all.
x, d, l, t = 1, {}, [1], "é"


class Matrix:
    def __matmul__(self, other):
        raise ValueError("no product")

    def __getitem__(self, key):
        raise LookupError(key)


m = Matrix()
failures = [
    lambda: x / 0,
    lambda: (x) / 0,
    lambda: (x)  //  0,
    lambda: x//0,
    lambda: ((x) + 1) % ( 0 ),
    lambda: x ** "a" + 2,
    lambda: m @ m,
    lambda: x << "a" | x,
    lambda: "%d %s" % ("a", x),
    lambda: d["a"]["b"]["c"],
    lambda: l[5] + 1,
    lambda: (l) [ 2 ],
    lambda: [1][( 2 )],
    lambda: t + "ü" + x,
    lambda: "日本" + t[9] + "語",
]
failures_too = [
    lambda: m[1:2],
    lambda: m[1:2, ..., ::3],
    lambda: x < "a",
    lambda: -"a",
    lambda: not m[1],
    lambda: x + (l[7] if x else 0),
    lambda: x and l[8],
    lambda: x + 1/0 + 2,
    lambda: f"{x} {l[9]} {t}",
    lambda: x if l[10] else d,
    lambda: (y := x / 0),
    lambda: [x, *l, 1 / 0],
    lambda: {**d, "a": d["q"]},
    lambda: (lambda z: z / 0)(x),
    lambda: x.real.nothing,
]


def collect(functions):
    found = []
    for function in functions:
        try:
            function()
        except Exception as e:
            found.append(e)
    return found


try:
    raise ExceptionGroup("first", collect(failures))
except ExceptionGroup:
    raise ExceptionGroup("second", collect(failures_too))
