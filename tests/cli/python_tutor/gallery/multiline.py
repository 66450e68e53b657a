total = (1 +
         2 +
         3)
d = {
    'a': 1,
    'b': [
        1, 2,
    ],
}
def f(a,
      b=2,
      *rest):
    return (a
            + b)
print(f(1,
        2))
s = """multi
line"""
t = 'a' \
    'b'
