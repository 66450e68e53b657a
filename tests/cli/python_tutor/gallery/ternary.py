x = 5
y = 'big' if x > 3 else 'small'
z = x and 0 or 'none'
if x > 10:
    print('a')
elif x > 4:
    print('b')
else:
    print('c')
assert x == 5, 'five'
w = 1 < x < 10
i = 0
i += 1; i *= 2
print(not x, x is None)
if (n := len('abc')) > 2:
    print(n)
