# What the interpreter tells goes to sys.stderr as the program has set it.
import contextlib
import gc
import io
import sys


class Failing:
    def __del__(self):
        raise ValueError('in __del__')


told = io.StringIO()
with contextlib.redirect_stderr(told):
    Failing()
print(told.getvalue().split('\n')[-4:])

told = io.StringIO()
with contextlib.redirect_stderr(told):
    gc.collect()
    gc.set_debug(gc.DEBUG_COLLECTABLE)
    ring = []
    ring.append(ring)
    del ring
    gc.collect()
    gc.set_debug(0)
print(told.getvalue()[:26])


class Writer:
    def write(self, text):
        sys.__stdout__.write(f'<{text}>' if 'bye' in text else '')


sys.stderr = Writer()
sys.stderr = sys.__stderr__
sys.exit('bye')
