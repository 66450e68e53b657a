class A:
    blech = 1
    @property
    def q(self): return self.blec
A().q
