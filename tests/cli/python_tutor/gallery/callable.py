class Acc:
    def __init__(self):
        self.t = 0
    def __call__(self, v):
        self.t += v
        return self.t
    def __getitem__(self, i):
        return i * 2
    def __contains__(self, v):
        return v == 1
    def __bool__(self):
        return self.t > 0
a = Acc()
a(3)
print(a(4), a[5], 1 in a, bool(a))
f = a.__call__
f(1)
bound = a.__getitem__
l = [f, bound, print, len, str.upper, 'x'.upper, int, Acc.__init__]
