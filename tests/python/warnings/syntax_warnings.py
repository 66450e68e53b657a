# What the compiler warns of goes to stderr, with the line of the program; the last line there is the last warning's.
x = 5
if x is 5:
    print('five')
if 1 < x is not 'a' < 3:
    pass


def attempt(action):
    try:
        action()
    except TypeError as error:
        print(error)


attempt(lambda: [1, 2] [3, 4])
attempt(lambda: "a" (5))
attempt(lambda: {1} [0])
attempt(lambda: (lambda: 1) [2])
attempt(lambda: 5 [1])
attempt(lambda: None [0])
attempt(lambda: [1]['a'])
attempt(lambda: f"{x}" ('b'))
attempt(lambda: (1, 2)(3))
attempt(lambda: "abc"[1.5])
attempt(lambda: "abc"[x, 1])
assert (x == 6, "never")
y = x is (), x is -1, x is None, None is 5, x is ..., x is True, x is [], 1 is 1
exec("x is 5\n")
exec(compile("\n  \nx is 5\n", "foo.py", "exec"))
print(eval("x is not 6"), y)
