from io import StringIO
buf = StringIO("line1\nline2\n")
for line in buf:
    print(line.strip())
out = StringIO()
out.write('abc')
print(out.getvalue())
