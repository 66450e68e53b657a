"""Every method of the built-in types, called with arguments of every kind, too few and too many of them."""
SOURCES = ['"aBc dé"', '(1, 2, 1)', '(lambda x, y=1: x)', '(x for x in [1, 2])', '1+2j', '1.5', '5', 'KeyError("k")', 'None', 'ValueError("x")', '[1, 2, 3]', 'b"aBc d"', 'bytearray(b"aBc d")', 'frozenset({1})', 'int', 'range(1, 10, 3)', 'slice(1, 5, 2)', '{"a": 1, "b": 2}', '{"a": 1}.items()', '{"a": 1}.keys()', '{1, 2}']
ARGUMENTS = ['', '1', '"a"', 'None', '-1', '1.5', '[1]', '(1, 2)', 'b"a"', '{1: 2}', '1, 2', '"a", "b"', '1, 2, 3', '1, 2, 3, 4, 5',
             'x=1', '"a", x=1', '{1}', 'slice(0, 2)']
LEFT_OUT = {'__dir__', '__class__', '__sizeof__', '__reduce__', '__reduce_ex__', '__getstate__', '__setstate__', '__init_subclass__',
            '__subclasshook__', '__length_hint__', '__new__', '__init__', '__doc__', '__hash__', '__rpow__', '__pow__',
            'getnewargs', 'hex', 'sort'}


def told(source, name, arguments):
    value = eval(source)
    try:
        result = repr(eval(f'value.{name}({arguments})', globals(), {'value': value}))
    except BaseException as error:
        result = f'{type(error).__name__}: {error}'
    return result.split(' at 0x')[0], repr(value).split(' at 0x')[0]


for source in SOURCES:
    value = eval(source)
    for name in dir(value):
        if name in LEFT_OUT or not callable(getattr(value, name)):
            continue
        print(source, name)
        for arguments in ARGUMENTS:
            print('   ', arguments, '->', *told(source, name, arguments))
