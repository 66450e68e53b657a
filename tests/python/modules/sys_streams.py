import io
import sys

sys.stdout = caught = io.StringIO()
print('caught')
sys.stdout = sys.__stdout__
print(repr(caught.getvalue()), sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__, sys.stdin is sys.__stdin__)
sys.__stdout__.write('written\n')
print('an error', file=sys.__stderr__)
print(sys.flags.int_max_str_digits, sys.flags.utf8_mode, sys.thread_info.name, sys.get_int_max_str_digits())
print(sys.int_info, sys.float_info.max, sys.hash_info.modulus, sep='\n')
sys.set_int_max_str_digits(5000)
print(len(str(10 ** 4500)), sys.get_int_max_str_digits())
for digits in 0, 640, 639, -1:
    try:
        sys.set_int_max_str_digits(digits)
        print(digits, sys.get_int_max_str_digits())
    except ValueError as error:
        print(error)
