class LRU:
    def __init__(self, n): self.n, self.d = n, {}
    def get(self, k):
        if k not in self.d: return -1
        self.d[k] = v = self.d.pop(k); return v
    def put(self, k, v):
        self.d.pop(k, None); self.d[k] = v
        if len(self.d) > self.n: del self.d[next(iter(self.d))]
c = LRU(2); c.put(1, "a"); c.put(2, "b"); c.get(1); c.put(3, "c"); print(c.d, c.get(2))
class Heap:
    def __init__(self, items=()):
        self.a = []
        for x in items: self.push(x)
    def push(self, x):
        a = self.a; a.append(x); i = len(a) - 1
        while i and a[i] < a[(i - 1) // 2]: a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]; i = (i - 1) // 2
    def pop(self):
        a = self.a; top, last = a[0], a.pop()
        if a:
            a[0] = last; i = 0
            while (c := 2 * i + 1) < len(a):
                if c + 1 < len(a) and a[c + 1] < a[c]: c += 1
                if a[i] <= a[c]: break
                a[i], a[c] = a[c], a[i]; i = c
        return top
    def __len__(self): return len(self.a)
h = Heap([5, 3, 8, 1, 9, 2]); print(h.a, [h.pop() for _ in range(len(h))]); h = Heap([(2, "b"), (1, "z"), (1, "a")]); print(h.pop(), h.pop())
try: Heap().pop()
except IndexError as e: print(e)
class Trie:
    def __init__(self): self.root = {}
    def add(self, w):
        n = self.root
        for ch in w: n = n.setdefault(ch, {})
        n[None] = True
    def find(self, p):
        n = self.root
        for ch in p:
            if ch not in n: return []
            n = n[ch]
        def walk(n, w):
            for k, v in sorted(n.items(), key=lambda kv: kv[0] or ""):
                if k is None: yield w
                else: yield from walk(v, w + k)
        return list(walk(n, p))
t = Trie()
for w in "car card care cat dog".split(): t.add(w)
print(t.find("car"), t.find("x"), t.find(""), t.root["d"])
class DSU:
    def __init__(self, n): self.p = list(range(n))
    def find(self, x):
        while self.p[x] != x: self.p[x] = self.p[self.p[x]]; x = self.p[x]
        return x
    def union(self, a, b): a, b = self.find(a), self.find(b); self.p[a] = b; return a != b
d = DSU(6); print([d.union(a, b) for a, b in ((0, 1), (1, 2), (0, 2), (3, 4))], len({d.find(i) for i in range(6)}))
class HashMap:
    def __init__(self, n=4): self.b = [[] for _ in range(n)]; self.n = 0
    def __setitem__(self, k, v):
        b = self.b[hash(k) % len(self.b)]
        for i, (kk, _) in enumerate(b):
            if kk == k: b[i] = (k, v); return
        b.append((k, v)); self.n += 1
        if self.n > len(self.b):
            old, self.b, self.n = self.b, [[] for _ in range(2 * len(self.b))], 0
            for x in old:
                for k, v in x: self[k] = v
    def __getitem__(self, k):
        for kk, v in self.b[hash(k) % len(self.b)]:
            if kk == k: return v
        raise KeyError(k)
    def __contains__(self, k):
        try: self[k]; return True
        except KeyError: return False
m = HashMap()
for i in range(10): m[i * 7] = i
m[7] = "x"; print(m[7], m[63], 5 in m, m.n, [len(b) for b in m.b])
try: m["zz"]
except KeyError as e: print("missing", e)
class Ring:
    def __init__(self, n): self.b, self.i, self.n = [None] * n, 0, 0
    def push(self, x): self.b[self.i] = x; self.i = (self.i + 1) % len(self.b); self.n = min(self.n + 1, len(self.b))
    def __iter__(self): s = (self.i - self.n) % len(self.b); return (self.b[(s + k) % len(self.b)] for k in range(self.n))
r = Ring(3); [r.push(i) for i in range(5)]; print(list(r), r.b)
