def f(y):
    (lambda z: lambda w: z + y)(y)
f(42)
def g(fs):
    k = 3
    h = lambda x: x + k
    fs.append(h)
    return [q(1) for q in fs]
print(g([]))
def srt(ws):
    return sorted(ws, key=lambda w: (len(w), w))
print(srt(['bb', 'a', 'ab']))
def outer():
    x = 1
    fn = lambda: x
    def show(f):
        return f()
    r = show(fn)
    x = 2
    return r + show(fn)
print(outer())
