# := is refused everywhere inside of a comprehension's iterable, in lambdas and comprehensions there too.
for text in ('[i for i in (j := [1])]', '[i for i in (lambda: (j := 1))()]', '[i for i in [(w := None) for d in [1]]]',
             '{a: 1 for a in sorted([1], key=lambda k: (w := k))}', '[(w := i) for i in [1]]',
             '[i for i in [1] if (w := i)]', '[[(j := k) for k in [1]] for i in [1]]'):
    try:
        print(eval(text))
    except SyntaxError as error:
        print(error.msg, error.offset, error.end_offset)
print(ord(bytearray(b'b')), ord(b'a'))
for arguments in (), (5,), ('ab',):
    try:
        sum(*arguments)
    except TypeError as error:
        print(error)
