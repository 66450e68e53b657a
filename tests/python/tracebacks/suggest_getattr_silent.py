class A:
    blech = 1
    def __getattr__(self, n): raise AttributeError()
A().bluch
