# encode and decode with their error handlers
def show(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


texts = ["", "abc", "h\xe9", "\u20ac1", "a\U0001f600b", "\ud800", "x\udc80\udcffy", "\udbff\udfff", "a\ud800\udc00\u20acb", "\x00\x7f\x80\xff\u0100"]
encodings = ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"]
handlers = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"]
for t in texts:
    for enc in encodings:
        for h in handlers:
            show(t.encode, enc, h)
data = [b"", b"abc", b"\xc3\xa9", b"\xe2\x82\xac", b"\xf0\x9f\x98\x80", b"\xff", b"a\xffb", b"\xc3", b"\xc3(", b"\xe2\x82", b"\xe2(\xa1", b"\xe2\x82(",
        b"\xf0\x9f\x98", b"\xf0(\x8c\xbc", b"\xf0\x90(\xbc", b"\xf0\x28\x8c\x28", b"\xc0\xaf", b"\xc1", b"\xed\xa0\x80", b"\xed\xb0\x80x", b"\xf4\x90\x80\x80", b"\xf5",
        b"\x80\x81", b"\xfe\xff\x00a", b"\xff\xfea\x00", b"a\x00b\x00c", b"\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdc", b"\xef\xbb\xbfx", b"\x00\x00\x00a", b"a\x00\x00\x00",
        b"\x00\x00\x11\x00", b"\x00\xd8\x00\x00", b"\xe0\x80\x80", b"\xf0\x80\x80\x80", b"abc\xe2\x82", b"\xe1\x80\xe2\xf0\x91\x92\xf1\xbfA", b"\xfe\xff\xd8\x00\xdc\x00"]
for d in data:
    for enc in encodings:
        for h in handlers[:4] + handlers[5:]:
            show(d.decode, enc, h)
for name in ["UTF8", "utf 8", "Utf_8", "U8", "latin1", "ISO-8859-1", "iso8859-1", "L1", "US-ASCII", "ascii", "UTF-16LE", "utf16", "utf_32_be", "nope", "", "x" * 40]:
    show("\xe9".encode, name, "replace")
    show(b"\xe9".decode, name, "replace")
show(b"\xff".decode, "ascii", "xmlcharrefreplace")
show("\xe9".encode, "ascii", "nope")
show("abc".encode, "ascii", "nope")
show(b"\xff".decode, "ascii", "nope")
show("a".encode, 5)
show("a".encode, "ascii", 5)
show("a".encode, encoding="ascii", errors="strict")
show("a".encode, "ascii", "strict", 1)
show(b"a".decode, encoding="ascii")
show(b"a".decode, 5)
show(bytearray(b"\xe2\x82\xac").decode)
try:
    "ab\xe9\xe8c".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason, e.args[2:])
try:
    b"ab\xe9\xe8c".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
print(isinstance(e, ValueError) if "e" in dir() else "gone")
