for a in ((2, "x"), (13, "p", "f"), (1, "q"), (99999, "z"), ("a", "b"), (17,), (32, "pipe")):
    e = OSError(*a); print(type(e).__name__, repr(e), e, e.errno, e.args)
class My(OSError): pass
print(repr(My(2, "m")), type(IOError(2, "x")), type(ConnectionError(111, "x")), type(PermissionError(2, "a")))
try: raise OSError(2, "No such file", "data.txt")
except FileNotFoundError as e: print("caught", e, e.filename, e.strerror)
