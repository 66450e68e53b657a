def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return composed

def double(x): return 2 * x
def inc(x): return x + 1
h = compose(double, inc)
print(h(5))
k = compose(str, abs)
print(k(-3))
