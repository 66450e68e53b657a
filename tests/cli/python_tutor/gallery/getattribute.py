class T:
    def __getattribute__(self, n):
        print('access', n)
        return object.__getattribute__(self, n)
    def __setattr__(self, n, v):
        print('set', n, v)
        object.__setattr__(self, n, v)
t = T()
t.x = 1
t.x
