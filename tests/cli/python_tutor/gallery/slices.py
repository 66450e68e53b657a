s = [0, 1, 2, 3, 4, 5]
a = s[1:4]; b = s[::-1]; c = s[-2:]; d = s[:]
s[1:3] = ['a', 'b', 'c']
s[::2] = [None] * len(s[::2])
del s[-1]
t = 'python'[2:4]
print(a, b, c, d, s, t)
