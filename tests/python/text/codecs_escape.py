def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


TEXT = 'a\n\t\r\\\'"\x00\x1f\x7f\xe9\u20ac\U0001f600'
for name in ['unicode_escape', 'unicode-escape', 'raw_unicode_escape', 'Raw-Unicode-Escape']:
    attempt(lambda: TEXT.encode(name))
    attempt(lambda: '\ud800'.encode(name))
    attempt(lambda: b'a\xe9\\u20ac\\U0001f600'.decode(name))
for data in [b'\\n\\t\\\\\\\'\\"\\a\\b\\f\\v\\r', b'\\x41\\101\\0\\3778', b'\\N{BULLET}', b'a\\\nb', b'\\xe9',
             b'a\\x', b'a\\x4', b'a\\u12', b'\\U0011', b'\\U00110000', b'a\\', b'\\N', b'\\N{',
             b'\\N{}', b'\\N{what}z']:
    attempt(lambda: data.decode('unicode_escape'))
    attempt(lambda: data.decode('unicode_escape', 'replace'))
for data in [b'a\\u12', b'\\U00110000', b'a\\', b'\\x41\\n']:
    attempt(lambda: data.decode('raw_unicode_escape'))
    attempt(lambda: data.decode('raw_unicode_escape', 'ignore'))
for name in ['cp1252', 'windows-1252', '1252']:
    attempt(lambda: 'a\xe9\u20ac\u201c\u0178\x81'.encode(name))
    attempt(lambda: 'a\xe9\u20ac\u201c\u0178'.encode(name))
attempt(lambda: bytes(i for i in range(256) if i not in (0x81, 0x8d, 0x8f, 0x90, 0x9d)).decode('cp1252'))
for errors in ['strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace', 'surrogateescape',
               'surrogatepass', 'unknown']:
    if errors != 'unknown':
        attempt(lambda: 'a\xe9\u4e00\uac00\U0001f600\x85\udc81z'.encode('cp1252', errors))
    attempt(lambda: 'a\xe9\u4e00\uac00\U0001f600\x85z'.encode('ascii', errors))
    if errors not in ('xmlcharrefreplace', 'namereplace', 'unknown'):
        attempt(lambda: b'a\x81\x9dz'.decode('cp1252', errors))
for name in ['iso8859', 'cp819', 'ISO-8859-1', 'L1', 'latin-1']:
    attempt(lambda: 'a\xe9'.encode(name))
