# Filters, recording, warnings as errors.
import warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    for i in range(2):
        warnings.warn('first')
    warnings.warn('old', DeprecationWarning)
    warnings.warn(RuntimeWarning('mine'))
print([(w.category.__name__, str(w.message), w.lineno) for w in seen])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('default')
    for i in range(3):
        warnings.warn('again')
    warnings.simplefilter('ignore')
    warnings.warn('silent')
print(len(seen), seen[0].filename == __file__)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('fatal', UserWarning)
    except UserWarning as e:
        print(type(e).__name__, e)


def old():
    warnings.warn('old() is old', DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    old()
print(seen[0].lineno, warnings.formatwarning('m', UserWarning, 'f.py', 3, 'x = 1'), end='')
for bad in (lambda: warnings.warn('x', int), lambda: warnings.simplefilter('never')):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
