# Indentation, joined lines, several statements in a line, comments and blank lines.
def one(): return 1; return 2
if one(): print('a'); print('b')
if True:
	print('tab')

    # a comment that is indented otherwise

	print('tab again')
total = 1 + \
    2 + (3 +  # inside brackets
4)
print(total)
class Empty: pass
while total: total -= 5; continue
else: print('else')
try: 1 / 0
except ZeroDivisionError as error: print(error)
finally: print('finally')
lam = lambda a, /, b=2, *c, d, e=5, **f: (a, b, c, d, e, f)
print(lam(1, d=4), lam(1, 2, 3, d=4, g=6))
match = case = 1
print(match, case)
