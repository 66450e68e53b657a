def take(n, it): return [x for _, x in zip(range(n), it)]
def count(n=0, s=1):
    while True: yield n; n += s
def cycle(x):
    while True: yield from x
def chain(*its):
    for i in its: yield from i
def pairwise(it):
    it = iter(it); a = next(it, None)
    for b in it: yield a, b; a = b
def window(s, n): return (s[i:i + n] for i in range(len(s) - n + 1))
def chunks(l, n):
    for i in range(0, len(l), n): yield l[i:i + n]
print(take(4, count(10, 5)), take(5, cycle("ab")), list(chain("ab", [1])), list(pairwise("abcd")), list(window("abcde", 3)), list(chunks(list(range(7)), 3)), list(pairwise([])))
def pipeline(lines): return (int(x) for x in (l.strip() for l in lines) if x.isdigit())
print(sum(pipeline([" 1", "x", "22 ", ""])))
def avg():
    total = n = 0; a = None
    while True:
        x = yield a
        if x is None: return total
        total += x; n += 1; a = total / n
g = avg(); next(g); print(g.send(10), g.send(20))
try: g.send(None)
except StopIteration as e: print("total", e.value)
def guard():
    try:
        while True:
            try: print("got", (yield))
            except ValueError as e: print("bad", e)
    finally: print("closed")
g = guard(); next(g); g.send(1); g.throw(ValueError("v")); g.close()
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n + 1
c = Countdown(3); print(list(c), list(c), [*Countdown(2)], sum(Countdown(4)), 2 in Countdown(3), dict(enumerate(Countdown(2))))
def tree(n): 
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(*tree(3)); it = iter([1, 2, 3]); print(next(it), list(zip(it, it)), next(it, "end"))
m = map(lambda x, y: x * y, [1, 2, 3], [4, 5]); print(list(m), list(m), list(filter(str.isalpha, "a1b2")), list(zip("ab", count())), list(reversed(range(3))), list(enumerate("ab", 1)), any(x > 2 for x in [1, 3]), all([]), sorted("bca", reverse=True), min((len(w), w) for w in ["bb", "a"]))
def scheduler(*gs):
    q = list(gs)
    while q:
        g = q.pop(0)
        try: print(next(g), end=" "); q.append(g)
        except StopIteration: pass
    print()
scheduler((f"a{i}" for i in range(3)), (f"b{i}" for i in range(1)), iter(["c"]))
for i, x in enumerate(x for x in "abc" if x != "b"): print(i, x)
else: print("else")
print(sum(x * y for x in range(3) for y in range(x)), {x: y for x, y in zip("ab", (i * i for i in count(2)))}, [(lambda: i)() for i in range(3)], (lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3))
