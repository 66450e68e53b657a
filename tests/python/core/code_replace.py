# Code objects with other names, lines and constants.
def f(a, b=2):
    return a + b + 100


other = f.__code__.replace(co_name='g', co_qualname='q.g', co_filename='elsewhere.py', co_firstlineno=77)
print(other.co_name, other.co_qualname, other.co_filename, other.co_firstlineno, other == f.__code__, other is f.__code__)
f.__code__ = other
print(f(1), f.__name__, f.__code__.co_name, f.__code__.co_varnames, f.__code__.replace() == f.__code__)
changed = tuple(1000 if value == 100 else value for value in other.co_consts)
f.__code__ = other.replace(co_consts=changed)
print(f(1), f.__code__.co_consts)
for wrong in ({'co_name': 5}, {'zzz': 1}):
    try:
        f.__code__.replace(**wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
try:
    f.__code__.replace(5)
except TypeError as error:
    print(error)


def fails():
    raise ValueError('there')


fails.__code__ = fails.__code__.replace(co_name='renamed')
try:
    fails()
except ValueError as error:
    print(error.__traceback__.tb_next.tb_frame.f_code.co_name)
