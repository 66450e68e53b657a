# The sign in the message is that of the statement.
for left in 5, [], 'a', None, 1.5:
    for source in 'x @= y', 'x @ y', 'x -= y', 'x **= y', 'x <<= y', 'x //= y', 'x |= y':
        try:
            exec(source, {'x': left, 'y': {}})
        except TypeError as error:
            print(error)
try:
    exec('x @= y', {'x': 5, 'y': 3})
except TypeError as error:
    print(error)
import os
try:
    import os.nothing
except ImportError as error:
    print(error)
try:
    from os import nothing
except ImportError as error:
    print(error)
