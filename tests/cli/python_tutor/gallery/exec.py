code = "y = 5\nz = y * 2"
exec(code)
print(y, z)
v = eval("y + 1")
print(v)
