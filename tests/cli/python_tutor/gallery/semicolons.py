a = 1; b = 2
if a: print(a); b = 3
for i in range(2): a += i
x = (1 +
     2 +
     3)
d = {
    'k': 1,
    'j': [
        2,
        3,
    ],
}
print(
    a,
    b,
)
def f(a,
      b=2):
    return (a
            + b)
f(1,
  b=3)
class \
  K: pass
s = '''multi
line'''
if (a and
        b):
    pass
