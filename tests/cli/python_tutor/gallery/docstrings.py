"""Module doc."""
def f():
    """Function doc."""
    return 1
class C:
    """Class doc."""
    def m(self):
        'method doc'
        pass
print(f.__doc__, C.__doc__, C.m.__doc__, __doc__)
C().m()
