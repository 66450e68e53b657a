a = [1]; b = [1]; c = a
print(a == b, a is b, a is c)
x = 256; y = 256
s1 = 'hi'; s2 = 'hi'
n = None
print(x is y, s1 is s2, n is None, id(a) == id(c))
