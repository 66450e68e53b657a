from contextlib import suppress, redirect_stdout
with suppress(ZeroDivisionError):
    1 / 0
    print('never')
print('after')
