class A:
    blech = 1
    def __getattribute__(self, n): raise AttributeError('x')
A().bluch
