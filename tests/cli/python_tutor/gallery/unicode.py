s = 'naïve café ☕ 😀'
t = "tab\tnew\nquote'\"back\\"
n = '\x00\x7f\x80'
r = r'\d'
e = s.encode()
u = '\ud800'
print(len(s), s.upper())
