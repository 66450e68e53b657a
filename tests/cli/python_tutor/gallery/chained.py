a = 5
print(1 < a < 10, a == 5 != 6, 0 or 'x', 1 and 2, not a, None or [] or 'end')
def t(x): print('t', x); return x
r = t(0) and t(1)
s = t(2) or t(3)
v = t(1) if t(0) else t(4)
