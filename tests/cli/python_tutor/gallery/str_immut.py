s = 'cat'
try: s[0] = 'b'
except TypeError as e: print(e)
t = s.replace('c', 'b')
u = s + 's'
print(s, t, u, 'a' in s, s * 2, len(s), s[1], s > 'bat')
