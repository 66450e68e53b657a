class Node:
    __slots__ = ("key", "left", "right", "height")
    def __init__(self, key): self.key, self.left, self.right, self.height = key, None, None, 1
h = lambda n: n.height if n else 0
def update(n): n.height = 1 + max(h(n.left), h(n.right)); return n
def rot(n, a, b):
    c = getattr(n, a); setattr(n, a, getattr(c, b)); setattr(c, b, n); update(n); return update(c)
def insert(n, k):
    if not n: return Node(k)
    if k < n.key: n.left = insert(n.left, k)
    elif k > n.key: n.right = insert(n.right, k)
    else: return n
    update(n); bal = h(n.left) - h(n.right)
    if bal > 1:
        if k > n.left.key: n.left = rot(n.left, "right", "left")
        return rot(n, "left", "right")
    if bal < -1:
        if k < n.right.key: n.right = rot(n.right, "left", "right")
        return rot(n, "right", "left")
    return n
def walk(n): return walk(n.left) + [(n.key, n.height)] + walk(n.right) if n else []
root = None
for k in range(1, 16): root = insert(root, k)
print(root.key, root.height, walk(root))
