# Under this import annotations are text, written anew from the tree.
from __future__ import annotations


def f(a: int | None, *args: (lambda x, /, y=1, *z, k, **kw: not x and y or -z ** 2), b: a[1:2, ::3].c = 3,
      **kw: f"{x!r:>{n}} and {{}}") -> (yes if a else [*b, (c,), {1: 2, **d}, {e}]):
    local: undefined = 1


class C:
    field: 1 if 0 else (b, c)[0] = 1
    other: "text" 'joined'
    call: g(*a, k=1, **b)(i for i in x if i < 1 != 2)
    numbers: (1.5, 1e400, 2j, -1, ..., None, b'x', (a + b) * c, a + b * c, a ** -b, (a ** b) ** c, ~(not a))
    compare: [x for x in (a or b) if c] + {k: v for k, v in d} @ (await_ is not None)


for owner in (f, C):
    for name, text in owner.__annotations__.items():
        print(name, "=", text)
