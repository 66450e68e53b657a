# Modules that a program makes itself, and what a program finds in its own.
import sys

Module = type(sys)


class Lazy(Module):
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return ('made', name)


lazy = Lazy('lazy')
sys.modules['lazy'] = lazy
import lazy as again
from lazy import something
print(again is lazy, lazy.attribute, something, repr(Module('plain')))
plain = Module('plain')
plain.__getattr__ = lambda name: ('hook', name)
sys.modules['plain'] = plain
from plain import anything
print(anything)
package = Module('package')
sys.modules['package'] = package
sys.modules['package.inner'] = 'found in sys.modules'
from package import inner
print(inner)
for name in 'missing', 'also_missing':
    try:
        exec(f'from package import {name}')
    except ImportError as error:
        print(error, error.name)
    except AttributeError as error:
        print(error)
try:
    from collections import NoSuchThing
except ImportError as error:
    print(error)
try:
    from math import no_such_thing
except ImportError as error:
    print(error)
print(sorted(name for name in globals() if name.startswith('__')), __annotations__, __cached__)
print(__file__[0], sys.argv[0].endswith('modules_made.py'), dir(Module('x')))
import no_such_module
