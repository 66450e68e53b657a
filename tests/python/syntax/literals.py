# Literals of every form, and how adjacent ones join.
print(0, 00, 10, 1_000, 0xFF, 0x_f, 0o17, 0b1010, 123456789012345678901234567890)
print(1., .5, 1.5e3, 1e-2, 1_0.0_1, 2j, 1.5J)
print('a', "b", '''c
d''', """e""", r'\n', 'tab\there', '\x41\u00e9\U0001F40D', '\101', '\
joined', 'it\'s', "\"")
print('one ' "two " r'three\n')
print(b'bytes', b'\x00\xff', rb'\x', b'a' b"b")
print(u'old', None, True, False, ...)
print([], [1], [1, 2,], (), (1,), (1, 2), {}, {1: 2, **{3: 4}}, {*[1]}, [*'ab', *()])
