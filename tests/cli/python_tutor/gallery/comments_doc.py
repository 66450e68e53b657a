"""Module doc"""
# comment
def f():
    """Doc."""
    # nothing
    return None
def g():
    pass
f()
g()
class C:
    """cdoc"""
    x = 1  # c
c = C()
print(f.__doc__, __name__, __doc__)
