class Tree:
    def __init__(self, value): self.value, self.left, self.right = value, None, None
    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child is None: setattr(self, side, Tree(value))
        else: child.insert(value)
    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right
    def __contains__(self, v): return self.value == v or any(v in c for c in (self.left, self.right) if c)
    def height(self): return 1 + max((c.height() for c in (self.left, self.right) if c), default=0)
    def __len__(self): return sum(1 for _ in self)
    def show(self, depth=0, label="root"):
        print("    " * depth + f"{label}: {self.value}")
        for name in ("left", "right"):
            c = getattr(self, name)
            if c is not None: c.show(depth + 1, name[0].upper())
    def levels(self):
        queue, out = [self], []
        while queue:
            out.append([n.value for n in queue])
            queue = [c for n in queue for c in (n.left, n.right) if c]
        return out
t = Tree(50)
for v in (30, 70, 20, 40, 60, 80, 35): t.insert(v)
t.show(); print(list(t), 35 in t, 36 in t, t.height(), len(t), t.levels(), min(t), max(t), bool(t))
def invert(n):
    if n: n.left, n.right = invert(n.right), invert(n.left)
    return n
print(list(invert(t)))
