# Only equality between views and other bytes; order only among bytes themselves.
values = [b'abc', bytearray(b'abd'), memoryview(b'abc'), memoryview(b'abd'), 'abc', 5]
for left in values:
    for right in values:
        for name, operation in (('==', lambda a, b: a == b), ('!=', lambda a, b: a != b), ('<', lambda a, b: a < b),
                                ('>=', lambda a, b: a >= b)):
            try:
                print(type(left).__name__, name, type(right).__name__, operation(left, right))
            except TypeError as error:
                print(error)
